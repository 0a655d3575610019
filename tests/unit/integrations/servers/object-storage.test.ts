import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, matchesGlob } from 'node:path';
import { describe, expect, it } from 'vitest';
import { objectStorageScript } from '#integrations/servers/object-storage.ts';
import { contentTypeOf } from '#lib/content-types.ts';
import { headerList, headersOf } from '#lib/response-headers.ts';
import { FILES } from '../../../hosting/small-site.ts';

const list = headerList({ cms: false });
const HIDDEN = new Set<string>(['_headers', '_redirects', '.git/config']);

/** Runs the script with a fake AWS command line, and returns the arguments of each call. */
function calls(base: string): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'storage-'));
  const redirects = { [`${base}ancien/`]: `${base}articles/un/` };
  writeFileSync(
    join(folder, 'send.sh'),
    objectStorageScript({ list, base, host: 'localhost', redirects, services: [], search: '/recherche/' }),
  );
  const site = join(folder, 'dist');
  for (const path of Object.keys(FILES)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), '');
  }
  writeFileSync(join(folder, 'aws'), '#!/bin/sh\nprintf "%s\\t" "$@" >> "$CALLS"; echo >> "$CALLS"\n');
  chmodSync(join(folder, 'aws'), 0o755);
  const recorded = join(folder, 'calls');
  const { status, stderr } = spawnSync(
    'sh',
    [join(folder, 'send.sh'), `${site}/`, 's3://seau', '--endpoint-url', 'https://stockage.example'],
    { env: { PATH: `${folder}:${process.env['PATH']}`, CALLS: recorded }, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const text = readFileSync(recorded, 'utf8');
  rmSync(folder, { recursive: true });
  return text.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t').slice(0, -1)]));
}

const valueOf = (call: readonly string[], option: string) => call[call.indexOf(option) + 1];

/** Whether a call uploads a file. The last filter that matches decides; « * » also matches « / ». */
function takes(call: readonly string[], path: string): boolean {
  let taken = true;
  for (const [at, word] of call.entries()) {
    if (word !== '--include' && word !== '--exclude') continue;
    const pattern = (call[at + 1] ?? '').replaceAll('/', '|');
    if (matchesGlob(path.replaceAll('/', '|').replace(/^\./u, '_.'), pattern)) taken = word === '--include';
  }
  return taken;
}

describe.each(['/', '/magazine/'])('the script for an object storage, under %s,', (base) => {
  const all = calls(base);
  const sent = all.filter((call) => call.includes('--cache-control'));

  it.each(Object.keys(FILES).filter((path) => !HIDDEN.has(path)))(
    'sends %s once, with its type and caching',
    (path) => {
      const own = sent.filter((call) => takes(call, path));
      expect(own.map((call) => [valueOf(call, '--content-type'), valueOf(call, '--cache-control')])).toEqual([
        [contentTypeOf(path), headersOf(list, `/${path}`)['Cache-Control']],
      ]);
    },
  );

  it('sends no file that is for other hosts, nor compressed copies', () => {
    for (const path of ['_headers', '_redirects', 'index.html.br', '_astro/a.B1.js.gz'])
      expect(sent.filter((call) => takes(call, path))).toEqual([]);
  });

  it('sends what pages need before the pages, and erases last', () => {
    const orderOf = (path: string) => sent.findIndex((call) => takes(call, path));
    expect(orderOf('_astro/a.B1.js')).toBeLessThan(orderOf('index.html'));
    expect(all.filter((call) => call.includes('--delete'))).toEqual([all.at(-1)]);
  });

  it('redirects old addresses, in the folder and at the endpoint given', () => {
    const moved = all.filter((call) => call.includes('--website-redirect'));
    expect(moved.map((call) => [call[3], valueOf(call, '--website-redirect')])).toEqual([
      [`s3://seau${base}ancien/index.html`, `${base}articles/un/`],
    ]);
    for (const call of all) expect(valueOf(call, '--endpoint-url')).toBe('https://stockage.example');
    for (const call of sent) expect(call[3]).toBe(`s3://seau${base.slice(0, -1)}`);
  });
});
