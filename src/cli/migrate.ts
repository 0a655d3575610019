import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { filesBelow } from '#storage/files-below.ts';
import type { Migration } from './upgrade/migration.ts';

/** Runs the migrations named by the arguments on the content of this folder. `npm run upgrade` runs it on a copy. */
const root = process.cwd();
const READ = new Set(['.yaml', '.mdx', '.svg']);

for (const name of process.argv.slice(2)) {
  const { migrate } = (await import(`./upgrade/migrations/${name}.ts`)) as { migrate: Migration };
  const paths = ['content', 'public'].flatMap((folder) =>
    filesBelow(join(root, folder)).map((path) => `${folder}/${path}`),
  );
  const texts = paths
    .filter((path) => READ.has(extname(path)))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);
  for (const [path, text] of migrate(new Map(texts))) {
    if (text === null) rmSync(join(root, path));
    else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
}
