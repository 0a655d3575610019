import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptedEncodings } from '#server/site-files.ts';
import { staticSite } from '#server/static-site.ts';
import { ask } from '../../hosting/ask.ts';

let root: string;
let server: Server;
let port = 0;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'static-'));
  const site = join(root, 'dist');
  const write = (path: string, text: string | Buffer) => {
    mkdirSync(join(site, path, '..'), { recursive: true });
    writeFileSync(join(site, path), text);
    utimesSync(join(site, path), 1_700_000_000, 1_700_000_000);
  };
  write('404.html', 'introuvable');
  write('index.html', 'accueil');
  write('articles/un/index.html', 'un article');
  write('articles/un/index.html.gz', gzipSync('un article'));
  write('articles/l’été 100 %/index.html', 'accents');
  write('.env', 'secret');
  writeFileSync(join(root, 'secret.txt'), 'secret');
  symlinkSync(join(root, 'secret.txt'), join(site, 'lien.txt'));
  symlinkSync(root, join(site, 'dossier'));
  symlinkSync('index.html', join(site, 'dedans.html'));
  server = serve({ fetch: staticSite(site).fetch, port: 0 }) as Server;
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) => ask(port, path, { headers });

/** Sends exactly these bytes. Returns the status line of the response. */
async function sendRaw(text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${text}\r\nHost: localhost\r\nConnection: close\r\n\r\n`, 'latin1');
  let answer = '';
  for await (const part of socket) answer += String(part);
  expect(answer).not.toContain('secret');
  return answer.split('\r\n')[0] ?? '';
}

describe('the built-in server', () => {
  it('answers conditions by name and by date', async () => {
    const { headers } = await get('/');
    const etag = headers.etag ?? '';
    const date = headers['last-modified'] ?? '';
    for (const [condition, status] of [
      [{ 'If-None-Match': etag }, 304],
      [{ 'If-None-Match': `"other", ${etag}` }, 304],
      [{ 'If-None-Match': '*' }, 304],
      [{ 'If-None-Match': '"other"' }, 200],
      [{ 'If-None-Match': '"other"', 'If-Modified-Since': date }, 200],
      [{ 'If-Modified-Since': date }, 304],
      [{ 'If-Modified-Since': 'Mon, 01 Jan 2001 00:00:00 GMT' }, 200],
      [{ 'If-Modified-Since': 'not a date' }, 200],
      [{ 'If-Unmodified-Since': 'Mon, 01 Jan 2001 00:00:00 GMT' }, 412],
    ] as const)
      expect((await get('/', condition)).status, JSON.stringify(condition)).toBe(status);
  });

  it('sends parts, of the file as it is', async () => {
    const part = await get('/articles/un/', { Range: 'bytes=3-9', 'Accept-Encoding': 'gzip' });
    expect([part.status, part.body.toString(), part.headers['content-range']]).toEqual([
      206,
      'article',
      'bytes 3-9/10',
    ]);
    expect(part.headers['content-encoding']).toBeUndefined();
    expect((await get('/articles/un/', { Range: 'bytes=-7' })).body.toString()).toBe('article');
    const beyond = await get('/articles/un/', { Range: 'bytes=99-' });
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */10']);
    expect((await get('/articles/un/', { Range: 'bytes=3-9', 'If-Range': '"other"' })).status).toBe(200);
    expect((await get('/articles/un/', { Range: 'lines=1-2' })).status).toBe(200);
  });

  it('says of a file by HEAD what it says by GET, without its body', async () => {
    const head = await ask(port, '/articles/un/', { method: 'HEAD', headers: { 'Accept-Encoding': 'gzip' } });
    const whole = await get('/articles/un/', { 'Accept-Encoding': 'gzip' });
    expect(head.body).toHaveLength(0);
    // Dates are ignored, because the two responses may come in different seconds.
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
    expect((await ask(port, '/rien', { method: 'HEAD' })).status).toBe(404);
    expect((await ask(port, '/', { method: 'POST' })).headers.allow).toBe('GET, HEAD');
    expect((await ask(port, '/', { method: 'DELETE' })).status).toBe(405);
  });

  it('reads an address once, and as a browser writes it', async () => {
    expect((await get(encodeURI('/articles/l’été 100 %/'))).body.toString()).toBe('accents');
    expect((await get('/articles/un/?a=1')).status).toBe(200);
    const { status, headers } = await get('/articles/un?a=1');
    expect([status, headers.location]).toEqual([301, '/articles/un/?a=1']);
    expect((await get('/dedans.html')).body.toString()).toBe('accueil');
  });

  it.each([
    '/../secret.txt',
    '/articles/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%2fsecret.txt',
    '/%252e%252e/secret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '/%u002e%u002e/secret.txt',
    '/secret.txt%00.html',
    '//secret.txt',
    '/.env',
    '/%2eenv',
    '/lien.txt',
    '/dossier/secret.txt',
    '/dossier',
    'http://localhost/../secret.txt',
    `/${'a'.repeat(5_000)}`,
    '/%',
    '/é',
  ])('gives nothing for %s', async (path) => {
    expect(await sendRaw(`GET ${path} HTTP/1.1`)).toMatch(/^HTTP\/1\.1 4\d\d /u);
  });

  it('leads to no other site, whatever is asked of it', async () => {
    const pieces = [
      '/',
      '//',
      '/\\',
      'articles',
      'un',
      'evil.example',
      '%2f',
      '%5c',
      '..',
      '%2e',
      '@',
      'http:',
      '?',
      '%09',
    ];
    const address = fc
      .array(fc.constantFrom(...pieces), { maxLength: 8 })
      .map((parts) => `/${parts.join('')}`);
    const examples = ['//articles', '//articles/un', '/\\articles', '/.//articles', '/x/..//articles'].map(
      (asked) => [asked] as [string],
    );
    await fc.assert(
      fc.asyncProperty(address, async (asked) => {
        const { status, headers } = await get(asked);
        if (status === 301) expect(new URL(headers.location ?? '', 'http://here').host, asked).toBe('here');
        else expect([200, 400, 404]).toContain(status);
      }),
      { examples },
    );
    expect((await get('/articles/un')).headers.location).toBe('/articles/un/');
  });

  it('says of what is not there what the list says, and can be asked again', async () => {
    const { status, body, headers } = await get('/rien/');
    expect([status, body.toString()]).toEqual([404, 'introuvable']);
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect((await get('/rien/', { Range: 'bytes=0-1' })).status).toBe(404);
  });
});

describe('what a browser reads', () => {
  it.each([
    ['gzip, deflate, br, zstd', ['br', 'gzip']],
    ['BR;Q=1.0', ['br']],
    ['br;q=0, gzip;q=0.5', ['gzip']],
    ['*', ['br', 'gzip']],
    ['*;q=0', []],
    ['identity', []],
    ['brotli, xgzip', []],
    ['', []],
    [undefined, []],
  ])('is read from « %s »', (accepted, expected) => {
    expect(acceptedEncodings(accepted).map(({ name }) => name)).toEqual(expected);
  });
});
