import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '#cli/lib/free-port.ts';
import { isInstalled, type WebServer } from '#cli/web-servers.ts';
import { contentTypeOf, UNKNOWN_TYPE } from '#lib/content-types.ts';
import { headersOf } from '#lib/response-headers.ts';
import { createProject, type Project, type Service, startService } from '../faults/service.ts';
import { ask } from './ask.ts';
import { type RunningServer, startBuiltIn, startCaddy, startNginx } from './real-servers.ts';
import { FILES, list, makeSmallSite, SEARCH_PAGE, type SmallSite } from './small-site.ts';

const SERVERS = { nginx: startNginx, caddy: startCaddy, 'built-in': startBuiltIn };
const HIDDEN = /^_headers|^_redirects|^\.git/u;
const VARYING = new Set([
  ...Object.keys(list.defaults),
  ...list.rules.flatMap(({ headers }) => Object.keys(headers)),
]);

/** A missing server fails CI; elsewhere its tests are skipped with a warning. */
function isThere(name: string): boolean {
  if (name === 'built-in' || isInstalled(name as WebServer)) return true;
  if (process.env['CI']) throw new Error(`${name} is not installed: node src/cli/web-servers.ts`);
  console.warn(`Not tried: ${name} is not installed (as root: node src/cli/web-servers.ts).`);
  return false;
}

describe.each(['/', '/magazine/'])('under %s,', (base) => {
  for (const [name, start] of Object.entries(SERVERS)) {
    describe.runIf(isThere(name))(name, () => {
      let small: SmallSite;
      let server: RunningServer;
      let echo: Server;
      beforeAll(async () => {
        small = await makeSmallSite(base);
        echo = createServer((request, response) => response.end(JSON.stringify(request.headers))).listen(
          0,
          '127.0.0.1',
        );
        await once(echo, 'listening');
        const address = echo.address();
        server = await start(small, typeof address === 'object' && address ? address.port : 0);
      });
      afterAll(async () => {
        await server?.stop();
        echo.close();
        small.remove();
      });
      const get = (path: string, headers: Record<string, string> = {}) =>
        ask(server.port, base + path, { headers });

      /** Expects the headers that the list gives for a path, and none of the others. */
      function expectHeaders(given: Record<string, unknown>, path: string | null): void {
        const expected = headersOf(list, path);
        for (const [header, value] of Object.entries(expected))
          expect(given[header.toLowerCase()], `${path}: ${header}`).toBe(value);
        for (const header of VARYING)
          if (!(header in expected))
            expect(given[header.toLowerCase()], `${path}: ${header}`).toBeUndefined();
      }

      it('says of each kind of file what the list says', async () => {
        for (const file of Object.keys(FILES).filter((path) => !HIDDEN.test(path))) {
          const { status, headers } = await get(file.replace(/(^|\/)index\.html$/u, '$1'));
          expect(status, file).toBe(200);
          expectHeaders(headers, `/${file}`);
          const type = headers['content-type']?.toLowerCase() ?? UNKNOWN_TYPE;
          expect(type, file).toBe(contentTypeOf(file));
        }
      });

      it('sends the lightest that a browser reads', async () => {
        for (const [accepted, sent, open] of [
          ['gzip, deflate, br', 'br', brotliDecompressSync],
          ['gzip', 'gzip', gunzipSync],
          ['', undefined, (body: Buffer) => body],
        ] as const) {
          const { headers, body } = await get('', { 'Accept-Encoding': accepted });
          expect(headers['content-encoding']).toBe(sent);
          expect(headers.vary).toContain('Accept-Encoding');
          expect(open(body).toString()).toBe(FILES['index.html']);
          expectHeaders(headers, '/index.html');
        }
      });

      it('answers « not modified » to who has the file, and a part to who asks for it', async () => {
        const { headers } = await get('_astro/a.B1.js');
        const known = {
          'If-None-Match': headers.etag ?? '',
          'If-Modified-Since': headers['last-modified'] ?? '',
        };
        expect(headers.etag).toBeTruthy();
        const again = await get('_astro/a.B1.js', known);
        expect([again.status, again.body.length]).toEqual([304, 0]);
        expect(again.headers['cache-control']).toBe(headersOf(list, '/_astro/a.B1.js')['Cache-Control']);
        const part = await get('flux.xml', { Range: 'bytes=0-4' });
        expect([part.status, part.body.toString()]).toEqual([206, '<rss>']);
      });

      it('leads old addresses on for good, and a folder to its address', async () => {
        for (const old of ['ancien', 'ancien/']) {
          const { status, headers } = await get(old);
          expect([status, headers.location], old).toEqual([301, `${base}articles/un/`]);
        }
        const { status, headers } = await get('articles/un');
        expect([301, 308]).toContain(status);
        expect(headers.location).toBe(`${base}articles/un/`);
      });

      it('shows the magazine’s page for what is not there, and keeps nothing of it', async () => {
        for (const path of ['rien/', '_astro/rien.js', 'partage/rien.png', 'articles/un/rien']) {
          const { status, headers, body } = await get(path);
          expect(status, path).toBe(404);
          expect(body.toString(), path).toContain('<title>Introuvable</title>');
          expect(headers['content-type']?.toLowerCase(), path).toBe('text/html; charset=utf-8');
          expectHeaders(headers, null);
        }
      });

      it('shows no file that is not for readers', async () => {
        for (const path of ['_headers', '_redirects', '.git/config', '.git/', '%2egit/config']) {
          const { status, body } = await get(path);
          expect([404, 403], path).toContain(status);
          expect(body.toString(), path).not.toMatch(/secret|static host|ancien/u);
        }
        for (const path of ['/../package.json', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc/passwd']) {
          const { status, body } = await ask(server.port, base.slice(0, -1) + path);
          expect(status, path).toBeGreaterThanOrEqual(400);
          expect(body.toString(), path).not.toMatch(/root:|"name"/u);
        }
      });

      it.runIf(name !== 'built-in')(
        'hands comments and searches on with the address of their reader, not the one told',
        async () => {
          for (const path of ['commentaires/sante', 'recherche/?q=tram']) {
            const { body, status } = await ask(server.port, base + path, {
              from: '127.0.0.2',
              headers: { 'X-Forwarded-For': '6.6.6.6', Host: 'magazine.example' },
            });
            expect(status).toBe(200);
            const received = JSON.parse(body.toString()) as Record<string, string>;
            expect(received['x-forwarded-for']?.split(',').at(-1)?.trim()).toBe('127.0.0.2');
            expect(received['host']).toBe('magazine.example');
          }
        },
      );
    });
  }
});

describe('without its service', () => {
  it.each(['nginx', 'caddy'] as const)('%s sends the search page as it was built', async (name) => {
    if (!isThere(name)) return;
    const small = await makeSmallSite('/magazine/');
    const server = await SERVERS[name](small, await findFreePort());
    try {
      const { status, headers, body } = await ask(server.port, '/magazine/recherche/?q=tram');
      expect([status, body.toString()]).toEqual([200, SEARCH_PAGE]);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-type']?.toLowerCase()).toBe('text/html; charset=utf-8');
      expect((await ask(server.port, '/magazine/commentaires/sante')).status).toBe(502);
    } finally {
      await server.stop();
      small.remove();
    }
  });
});

describe('the service of comments', () => {
  let small: SmallSite;
  let project: Project;
  let service: Service;
  beforeAll(async () => {
    small = await makeSmallSite('/');
    project = createProject();
    service = await startService(project);
  });
  afterAll(async () => {
    await service.stop();
    await project.remove();
    small.remove();
  });

  it.each(['nginx', 'caddy'] as const)('is reached behind %s', async (name) => {
    if (!isThere(name)) return;
    const server = await SERVERS[name](small, Number(new URL(service.intake).port));
    try {
      const health = await ask(server.port, '/commentaires/sante');
      expect([health.status, JSON.parse(health.body.toString())]).toEqual([200, { status: 'ok' }]);
      expect((await ask(server.port, '/moderation/connexion/')).status).toBe(200);
      const review = await ask(server.port, '/commentaires/', {
        method: 'POST',
        headers: {
          Origin: `http://127.0.0.1:${server.port}`,
          Host: `127.0.0.1:${server.port}`,
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({ article: 'un-article', name: 'Ada', text: 'Merci.' }).toString(),
      });
      expect(review.status).toBe(200);
      expect(review.body.toString()).toContain('Relisez votre commentaire');
      expect(review.headers['content-security-policy']).toMatch(
        /^default-src 'none';.*frame-ancestors 'none'$/u,
      );
      expect(review.headers['cache-control']).toBe('no-store');
    } finally {
      await server.stop();
    }
  });
});
