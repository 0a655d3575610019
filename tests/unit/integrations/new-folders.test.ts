import fs, { mkdirSync, mkdtempSync, rmSync, type WatchListener, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createServer, type ViteDevServer } from 'vite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lookAgainAtNewFolders } from '#integrations/new-folders.ts';

let root: string;
let server: ViteDevServer;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'folders-'));
  server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true },
  });
  await vi.waitUntil(() => Object.keys(server.watcher.getWatched()).includes(root));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.close();
  rmSync(root, { recursive: true });
});

it('a file that comes while the watcher takes up its folder is told of', async () => {
  const folder = join(root, 'nouveau');
  const file = join(folder, 'index.mdx');
  const { watch } = fs;
  type Watch = (path: string, options: object, listener: WatchListener<string>) => fs.FSWatcher;
  // Simulates a watcher that has read the new folder but does not report its changes yet.
  const lateWatch: Watch = (path, options, listener) => {
    if (path !== folder) return watch(path, options, listener);
    let hears = false;
    void setTimeout(50).then(() => {
      writeFileSync(file, '');
    });
    void setTimeout(100).then(() => (hears = true));
    return watch(path, options, (event, name) => {
      if (hears) listener(event, name);
    });
  };
  vi.spyOn(fs, 'watch').mockImplementation(lateWatch as typeof watch);
  lookAgainAtNewFolders(server.watcher);
  const told = new Set<string>();
  server.watcher.on('add', (path) => told.add(path));
  mkdirSync(folder);
  await vi.waitUntil(() => told.has(file), { timeout: 20_000 });
  expect([...told]).toEqual([file]);
});
