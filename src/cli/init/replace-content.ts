import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isoDay } from '#lib/dates.ts';

/** Files of content/ that belong to the engine and that every magazine has: the guide for editors. */
const GUIDE = ['README.md', 'REGLES.md', 'guide'];

/**
 * Replaces the content of the project, and moves the previous content to a dated folder beside it, which Git ignores.
 * Each folder is moved by one rename, so that content/ is never incomplete.
 *
 * @param files texts by path from content/
 * @returns the name of the folder with the previous content; `null` when there was none
 */
export function replaceContent(root: string, files: ReadonlyMap<string, string>, today: Date): string | null {
  const content = join(root, 'content');
  mkdirSync(join(root, '.cache'), { recursive: true });
  const temporary = mkdtempSync(join(root, '.cache', 'init-'));
  const fresh = join(temporary, 'content');
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(fresh, path)), { recursive: true });
      writeFileSync(join(fresh, path), text);
    }
    for (const name of GUIDE)
      if (existsSync(join(content, name)))
        cpSync(join(content, name), join(fresh, name), { recursive: true });
    const aside = existsSync(content) ? freeName(root, `content-avant-${isoDay(today)}`) : null;
    if (aside !== null) renameSync(content, join(root, aside));
    try {
      renameSync(fresh, content);
    } catch (error) {
      if (aside !== null) renameSync(join(root, aside), content);
      throw error;
    }
    return aside;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function freeName(root: string, name: string): string {
  let free = name;
  for (let count = 2; existsSync(join(root, free)); count += 1) free = `${name}-${count}`;
  return free;
}
