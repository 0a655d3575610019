import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeSnapshot } from '#comments/snapshot/format.ts';
import { readSnapshot } from '#comments/snapshot/read.ts';
import { takeSnapshot } from '#comments/snapshot/take.ts';
import { openDatabase } from '#comments/store/database/open.ts';
import { describeStores } from '../../../stores.ts';
import { addComment, idOf, publish } from '../store/stored.ts';

let root: string;
const warnings: string[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'snapshots-'));
  warnings.length = 0;
  vi.stubEnv('CACHE_FOLDER', join(root, 'cache'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

const read = (environment: NodeJS.ProcessEnv) =>
  readSnapshot(root, environment, (message) => warnings.push(message));
const namesIn = async (environment: NodeJS.ProcessEnv) =>
  (await read(environment)).comments.map(({ name }) => name);

describeStores('a build', (kind) => {
  it('reads published comments from the store, and nothing else of them', async () => {
    const location =
      'file' in (await kind.create())
        ? { file: join(root, 'data/comments/comments.sqlite') }
        : await kind.create();
    const environment = 'url' in location ? { DATABASE_URL: location.url } : {};
    const db = await openDatabase(location);
    const addresses = { email: 'ada@exemple.fr', emailHash: 'a1', network: 'n1' };
    await publish(db, [2, 1], addresses);
    await addComment(db, 3, { ...addresses, name: 'Hedy' });
    const snapshot = await read(environment);
    expect(snapshot.comments.map(({ id }) => id)).toEqual([1, 2].map(idOf));
    expect(writeSnapshot(snapshot)).not.toMatch(/ada@|a1"|n1"|Hedy/u);
    expect(writeSnapshot(await takeSnapshot(db))).toBe(writeSnapshot(snapshot));
    await db.destroy();
  });
});

describe('a build', () => {
  const one = { id: idOf(1), article: 'velo', name: 'Ada', date: '2026-11-24T09:00:00.000Z', text: 'Oui.' };
  const text = JSON.stringify({ version: 1, comments: [one] });

  it('has no comments, and says nothing, where there is no store', async () => {
    expect(await read({})).toEqual({ version: 1, comments: [] });
    expect(warnings).toEqual([]);
  });

  it('reads an exported snapshot, and fails without it', async () => {
    writeFileSync(join(root, 'comments.json'), text);
    expect(await namesIn({ COMMENTS_SOURCE: 'comments.json' })).toEqual(['Ada']);
    await expect(read({ COMMENTS_SOURCE: 'other.json' })).rejects.toThrow('Rien n’a été publié');
    writeFileSync(join(root, 'comments.json'), '{"version":2}');
    await expect(read({ COMMENTS_SOURCE: 'comments.json' })).rejects.toThrow('pas un export');
  });

  it('fails on a store that is damaged', async () => {
    writeFileSync(join(root, 'comments.sqlite'), 'no database '.repeat(100));
    await expect(read({ COMMENTS_DATA: '.' })).rejects.toThrow('Rien n’a été publié');
  });

  describe('that reads the export of a service', () => {
    let server: Server;
    let status: number;
    let environment: Record<string, string>;
    const requests: (string | undefined)[] = [];
    beforeEach(async () => {
      status = 200;
      server = createServer(({ headers }, response) => {
        requests.push(headers.authorization);
        response.writeHead(status, { Location: 'http://127.0.0.1:9/' }).end(text);
      });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      environment = { COMMENTS_SOURCE: `http://127.0.0.1:${port}/export.json`, COMMENTS_TOKEN: 'a token' };
    });
    afterEach(() => new Promise((done) => server.close(done)));

    it('shows its token', async () => {
      expect(await namesIn(environment)).toEqual(['Ada']);
      expect(requests).toContain('Bearer a token');
    });

    it.each([503, 401, 302])('publishes the last comments on status %i, and says so', async (fault) => {
      await read(environment);
      status = fault;
      expect(await namesIn(environment)).toEqual(['Ada']);
      expect(warnings.join()).toContain('reprend ceux de la précédente');
    });

    it('fails where there are no last comments', async () => {
      status = 503;
      await expect(read(environment)).rejects.toThrow('HTTP 503');
      expect(warnings).toEqual([]);
    });
  });
});
