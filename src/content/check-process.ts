import { checkFolder, type CheckTask } from './check-articles.ts';

/** The inside of a process that checks its part of the articles. */
process.once('message', (task) => {
  const { root, slugs, known } = task as CheckTask;
  const checks = slugs.map((slug) => checkFolder(root, slug, known));
  process.send?.(checks, () => process.disconnect());
});
