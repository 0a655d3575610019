import type { Loader } from 'astro/loaders';
import { fileURLToPath } from 'node:url';
import { writeSnapshot } from './format.ts';
import { readSnapshot, snapshotSource } from './read.ts';

/** The only entry of the collection, even without comments: Astro warns about collections without entries. */
const id = 'snapshot';

/** Loads the comments of the site. In development, loads them again when the local file changes. */
export function commentLoader(): Loader {
  return {
    name: 'comments',
    async load({ store, parseData, generateDigest, logger, config, watcher }) {
      const root = fileURLToPath(config.root);
      async function load(): Promise<void> {
        const snapshot = await readSnapshot(root, process.env, (message) => logger.warn(message));
        const text = writeSnapshot(snapshot);
        const data = await parseData({ id, data: JSON.parse(text) as Record<string, unknown> });
        store.set({ id, data, digest: generateDigest(text) });
      }
      await load();
      const source = snapshotSource(root, process.env);
      if (!watcher || !('file' in source)) return;
      // SQLite writes changes to its write-ahead log first. Opening the database creates an empty log, which is
      // ignored.
      const files = [source.file, `${source.file}-wal`];
      watcher.add(files);
      for (const event of ['add', 'change'] as const)
        watcher.on(event, (path, stats) => {
          if (!files.includes(path) || stats?.size === 0) return;
          void load().catch((error: unknown) => logger.error(String(error)));
        });
    },
  };
}
