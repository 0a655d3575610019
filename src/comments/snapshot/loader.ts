import type { Loader } from 'astro/loaders';
import { fileURLToPath } from 'node:url';
import { readSnapshot, snapshotSource } from './read.ts';

/** Loads the comments of the site. In development, loads them again when their file changes. */
export function commentLoader(): Loader {
  return {
    name: 'comments',
    async load({ store, parseData, generateDigest, logger, config, watcher }) {
      const root = fileURLToPath(config.root);
      async function load(): Promise<void> {
        const { comments } = await readSnapshot(root, process.env, (message) => logger.warn(message));
        store.clear();
        for (const comment of comments) {
          const id = `${comment.article}/${comment.id}`;
          const data = await parseData({ id, data: { ...comment, date: comment.date.toISOString() } });
          store.set({ id, data, digest: generateDigest(data) });
        }
      }
      await load();
      const source = snapshotSource(root, process.env);
      if (!watcher || !('file' in source)) return;
      // SQLite writes into its log first. Whoever opens it creates an empty one.
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
