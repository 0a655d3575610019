import { lstatSync, readlinkSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { say } from '#cli/say.ts';
import { linkFolder, type LinkedFolder, syncPath } from './link-folder.ts';

const NUMBER = /^\d+$/u;

/** « dist » is a link to a numbered folder of « .dist », beside it. */
const shelfOf = (served: string) => join(dirname(served), `.${basename(served)}`);

/**
 * Serves a finished site in place of another one, at once. The next number of the shelf is filled, then the link is
 * moved by one rename: at any moment what is served is one whole site. The one before stays until the next build.
 *
 * @param finished the folder of a whole site, left as it is and sharing no file with what is served: builds write over
 *   their own
 * @param served where it is served
 */
export async function publishFolder(finished: string, served: string): Promise<LinkedFolder> {
  await mendPlace(served);
  const shelf = shelfOf(served);
  await mkdir(shelf, { recursive: true });
  const current = numberServed(served);
  const number = Math.max(0, ...(await numbersIn(shelf))) + 1;
  const partial = join(shelf, `${number}.partial`);
  try {
    const made = await linkFolder(partial, finished, current === null ? null : join(shelf, String(current)));
    await rename(partial, join(shelf, String(number)));
    await syncPath(shelf);
    await serve(served, number);
    await keepOnly(shelf, current === null ? [number] : [current, number]);
    return made;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Takes up what is served where another process left it: removes what it was filling, makes the folder that a host or
 * an older version left into the link of a shelf, and makes that link again if it was killed between the two.
 *
 * @throws when the place is a link of somebody else's
 */
export async function mendPlace(served: string): Promise<void> {
  const shelf = shelfOf(served);
  const numbers = await numbersIn(shelf);
  const there = lstatSync(served, { throwIfNoEntry: false });
  if (there?.isDirectory()) {
    const number = Math.max(0, ...numbers) + 1;
    await mkdir(shelf, { recursive: true });
    await rename(served, join(shelf, String(number)));
    await serve(served, number);
    return;
  }
  if (there && numberServed(served) === null)
    throw new Error(
      say`${served} n’est pas ce que la construction y a mis : déplacez-le, ou nommez un autre dossier avec ${'--outDir'}`,
    );
  if (!there && numbers.length > 0) await serve(served, Math.max(...numbers));
  await keepOnly(shelf, numbers);
}

/** The number of the folder served, when it is one of its shelf. */
function numberServed(served: string): number | null {
  if (!lstatSync(served, { throwIfNoEntry: false })?.isSymbolicLink()) return null;
  const target = readlinkSync(served);
  const name = basename(target);
  return NUMBER.test(name) && target === join(basename(shelfOf(served)), name) ? Number(name) : null;
}

async function serve(served: string, number: number): Promise<void> {
  const shelf = shelfOf(served);
  const link = join(shelf, 'link.partial');
  await rm(link, { force: true });
  await symlink(join(basename(shelf), String(number)), link, 'dir');
  await rename(link, served);
  await syncPath(dirname(served));
}

async function numbersIn(shelf: string): Promise<number[]> {
  return (await namesIn(shelf)).filter((name) => NUMBER.test(name)).map(Number);
}

async function keepOnly(shelf: string, numbers: readonly number[]): Promise<void> {
  const kept = numbers.map(String);
  for (const name of await namesIn(shelf))
    if (!kept.includes(name)) await rm(join(shelf, name), { recursive: true, force: true });
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
