import { chmodSync, lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fr } from '#lib/typography/fr.ts';
import { lockFile } from '#storage/file-lock.ts';
import { FOLDER_MODE, linkFolder, type LinkedFolder, syncPath } from './link-folder.ts';

/** Longer numbers are nobody's that counts from one. */
const NUMBER = /^[1-9]\d{0,14}$/u;

/** « dist » is a link to a numbered folder of « .dist », beside it. */
const shelfOf = (served: string) => join(dirname(served), `.${basename(served)}`);

/**
 * Serves a finished site in place of another one, at once. The next number of the shelf is filled, then the link is
 * moved by one rename: at any moment what is served is one whole site. The one before stays until the next build.
 * Publications to one place wait for each other.
 *
 * @param finished the folder of a whole site, left as it is and sharing no file with what is served: builds write over
 *   their own
 * @param served where it is served
 */
export function publishFolder(finished: string, served: string): Promise<LinkedFolder> {
  return alone(served, async () => {
    await mend(served);
    const shelf = shelfOf(served);
    const current = numberServed(served);
    const number = Math.max(0, ...(await numbersIn(shelf))) + 1;
    const partial = join(shelf, `${number}.partial`);
    try {
      const made = await linkFolder(
        partial,
        finished,
        current === null ? null : join(shelf, String(current)),
      );
      await rename(partial, join(shelf, String(number)));
      await syncPath(shelf);
      await serve(served, number);
      await keepOnly(served, current === null ? [number] : [current, number]);
      return made;
    } catch (error) {
      await rm(partial, { recursive: true, force: true });
      throw error;
    }
  });
}

/**
 * Takes up what is served where another process left it: removes what it was filling, makes the folder that a host or
 * an older version left into the link of a shelf, and leads a link that was lost, or that leads to nothing, to the last
 * whole site.
 *
 * @throws when the place, or its shelf, is somebody else's
 */
export function mendPlace(served: string): Promise<void> {
  return alone(served, () => mend(served));
}

/** Runs while no other process works on the place. The lock stands beside it, as two of the same name may be served. */
async function alone<Result>(served: string, work: () => Promise<Result>): Promise<Result> {
  const release = await lockFile(`${shelfOf(served)}.lock`);
  try {
    return await work();
  } finally {
    release();
  }
}

async function mend(served: string): Promise<void> {
  const shelf = shelfOf(served);
  await openShelf(shelf);
  const numbers = await numbersIn(shelf);
  const last = Math.max(0, ...numbers);
  const there = lstatSync(served, { throwIfNoEntry: false });
  if (there?.isDirectory()) return takeFolder(served, last + 1);
  const current = numberServed(served);
  if (there && current === null) throw notOurs(served);
  const isServed = current !== null && numbers.includes(current);
  if (!isServed && last > 0) await serve(served, last);
  await keepOnly(served, numbers);
}

/** A shelf that others can read: the umask of a server may forbid it. */
async function openShelf(shelf: string): Promise<void> {
  const there = lstatSync(shelf, { throwIfNoEntry: false });
  if (there && !statSync(shelf, { throwIfNoEntry: false })?.isDirectory()) throw notOurs(shelf);
  await mkdir(shelf, { recursive: true });
  if ((statSync(shelf).mode & FOLDER_MODE) !== FOLDER_MODE) chmodSync(shelf, FOLDER_MODE);
}

/** Makes a folder that is served the first of the shelf; a folder of something else is left alone. */
async function takeFolder(served: string, number: number): Promise<void> {
  const names = await readdir(served);
  if (names.length > 0 && !names.includes('index.html')) throw notOurs(served);
  const kept = join(shelfOf(served), String(number));
  await rename(served, kept);
  try {
    await serve(served, number);
  } catch (error) {
    await rename(kept, served);
    throw error;
  }
}

const notOurs = (path: string) =>
  new Error(
    fr`${path} n’a pas été créé par la construction : déplacez-le, ou choisissez un autre dossier avec ${'--outDir'}`,
  );

/** The number that the link leads to, whether it is there or not, when the link is one to the shelf. */
function numberServed(served: string): number | null {
  if (!lstatSync(served, { throwIfNoEntry: false })?.isSymbolicLink()) return null;
  const target = resolve(dirname(served), readlinkSync(served));
  const isOnShelf = realPath(dirname(target)) === realPath(shelfOf(served));
  return isOnShelf && NUMBER.test(basename(target)) ? Number(basename(target)) : null;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
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
  const entries = await readdir(shelf, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && NUMBER.test(entry.name))
    .map(({ name }) => Number(name));
}

/** Removes all but these, and what the link leads to at this moment. */
async function keepOnly(served: string, numbers: readonly number[]): Promise<void> {
  const shelf = shelfOf(served);
  const kept = [numberServed(served), ...numbers].map(String);
  for (const name of await readdir(shelf))
    if (!kept.includes(name)) await rm(join(shelf, name), { recursive: true, force: true });
}
