import { chmodSync, lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fr } from '#lib/typography/fr.ts';
import { lockFile } from '#storage/file-lock.ts';
import { FOLDER_MODE, linkFolder, type LinkedFolder, syncPath } from './link-folder.ts';

/** Names of the numbered folders, which the build counts from 1. */
const NUMBER = /^[1-9]\d{0,14}$/u;

/** The shelf is the folder `.dist` beside `dist`: it contains numbered folders, and `dist` is a link to one of them. */
const shelfOf = (served: string) => join(dirname(served), `.${basename(served)}`);

/**
 * Publishes a finished site atomically: fills the next numbered folder of the shelf, then replaces the link by one
 * rename. The previous site remains on the shelf until the next build. Publications to one place run one at a time.
 *
 * @param finished the folder of a complete site. It is not changed, and shares no file with the served site, because
 * the next build overwrites its files.
 * @param served the path that the site is served from
 */
export function publishFolder(finished: string, served: string): Promise<LinkedFolder> {
  return alone(served, async () => {
    await repair(served);
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
      await removeOthers(served, current === null ? [number] : [current, number]);
      return made;
    } catch (error) {
      await rm(partial, { recursive: true, force: true });
      throw error;
    }
  });
}

/**
 * Repairs the place that the site is served from. Removes incomplete folders of killed processes, moves a plain folder
 * (of a host or of an older version) to the shelf, and points a lost or broken link to the last complete site.
 *
 * @throws when something other than the build made this place or its shelf
 */
export function repairPublication(served: string): Promise<void> {
  return alone(served, () => repair(served));
}

/**
 * Runs `work` while no other process publishes to this place. The lock file is beside the place, because places in
 * different folders may have the same name.
 */
async function alone<Result>(served: string, work: () => Promise<Result>): Promise<Result> {
  const release = await lockFile(`${shelfOf(served)}.lock`);
  try {
    return await work();
  } finally {
    release();
  }
}

async function repair(served: string): Promise<void> {
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
  await removeOthers(served, numbers);
}

/** Creates the shelf and lets everybody read it, even if the umask forbids it. */
async function openShelf(shelf: string): Promise<void> {
  const there = lstatSync(shelf, { throwIfNoEntry: false });
  if (there && !statSync(shelf, { throwIfNoEntry: false })?.isDirectory()) throw notOurs(shelf);
  await mkdir(shelf, { recursive: true });
  if ((statSync(shelf).mode & FOLDER_MODE) !== FOLDER_MODE) chmodSync(shelf, FOLDER_MODE);
}

/** Moves a served plain folder to the shelf. Throws when it contains something other than a site. */
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

/**
 * The number of the folder that the link points to, even if that folder is missing; `null` if it is not a link to the
 * shelf.
 */
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

/** Removes everything from the shelf except these folders and the one that the link points to. */
async function removeOthers(served: string, numbers: readonly number[]): Promise<void> {
  const shelf = shelfOf(served);
  const kept = [numberServed(served), ...numbers].map(String);
  for (const name of await readdir(shelf))
    if (!kept.includes(name)) await rm(join(shelf, name), { recursive: true, force: true });
}
