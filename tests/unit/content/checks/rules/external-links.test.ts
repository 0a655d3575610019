import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { externalLinks as rule } from '#content/checks/rules/external-links.ts';
import { article, folderOf, project, said } from '../../../cli/project.ts';

const asked: string[] = [];
let server: Server;
let address = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const isGetOnly = request.url === '/lecture' && request.method === 'GET';
    const codes: Record<string, number> = { '/bon': 200, '/refus': 403 };
    response.writeHead(isGetOnly ? 200 : (codes[request.url ?? ''] ?? 404)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const linking = (root: string, ...paths: string[]) =>
  project([article(paths.map((path) => `[lien](${address}${path})`).join('\n\n'))], { root, external: true });

it('is run only when asked for', () => {
  expect(rule.skipped?.(project([]))).not.toBeNull();
  expect(rule.skipped?.(project([], { external: true }))).toBeNull();
});

it('warns of a page that is gone, and of a server that is not there', async () => {
  const gone = linking(folderOf({}), '/perdu');
  expect(await said(rule, gone)).toEqual([
    `17:1 « ${address}/perdu » ne répond pas correctement : réponse 404`,
  ]);
  const nowhere = project([article('[lien](http://127.0.0.1:1/)')], { root: folderOf({}), external: true });
  expect(await said(rule, nowhere)).toEqual([
    '17:1 « http://127.0.0.1:1/ » ne répond pas correctement : le serveur ne répond pas',
  ]);
});

it('asks with HEAD, then with GET, and takes a refusal of robots for an answer', async () => {
  asked.length = 0;
  expect(await said(rule, linking(folderOf({}), '/lecture', '/refus'))).toEqual([]);
  expect(asked.sort()).toEqual(['GET /lecture', 'HEAD /lecture', 'HEAD /refus']);
});

it('does not ask again for a week what has answered', async () => {
  const root = folderOf({});
  await said(rule, linking(root, '/bon', '/bon#partie'));
  asked.length = 0;
  await said(rule, linking(root, '/bon'));
  expect(asked).toEqual([]);
  await said(rule, { ...linking(root, '/bon'), now: new Date('2026-12-02T12:00:00Z') });
  expect(asked).toEqual(['HEAD /bon']);
});
