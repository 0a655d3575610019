import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import type { ArticleRecord } from '#content/article-records.ts';
import { sayChangedAlone } from '#content/changed-alone.ts';
import { digestOf, digestOfRenderingCode } from '#content/digest.ts';
import { openTable } from '#content/kept-table.ts';
import { offlineReading } from '#content/offline.ts';
import { namesOfFiles } from '#content/pictures.ts';
import { isShown, publicationState, readPublication } from '#content/publication.ts';
import { seenFiles } from '#content/seen-files.ts';
import { NOTES, type Notes } from './found-output.ts';
import { namesIn, type PathToRender } from './page-files.ts';
import { areSharingPicturesThere } from './sharing-pictures.ts';

/** What a build leaves as the last one wrote it, and does not even show to Astro. */
export interface LeftPages {
  /** Of the paths that there are, those that Astro is to compare or to render. */
  hand(paths: readonly PathToRender[]): PathToRender[];
  /** Puts back what Astro had noted of pages that are left. */
  addToNotes(): void;
}

/** By the file that draws them, what Astro noted of pages. */
type Routes = Notes['routes'];
type Entry = Routes[string]['paths'][string];

/** Rows of the table that are no article’s. */
const BUILT = '/';
const AROUND = '/around';

let left: Routes = {};

/** Addresses of the pages that this build leaves, without their first slash. */
export function leftPages(): string[] {
  const entries = Object.values(left).flatMap(({ paths }) => Object.values(paths));
  return entries.map(({ outputFile }) => decodeURI(outputFile).replace(/index\.html$/u, ''));
}

/**
 * Finds out which pages need no look. Astro goes through all paths, by files and addresses; of the code that draws
 * these, of their keys and of their files nothing has changed. Where all that more than one page shows is as it was,
 * not even their keys are computed: the pages of those articles are handed whose texts are others.
 *
 * @param drawn which pages are drawn from the content alone
 * @param found what the output folder holds as the last build left it
 * @param articles all of them, as this build has read them
 */
export function leavePages(
  config: AstroConfig,
  drawn: RegExp,
  found: readonly string[],
  articles: readonly ArticleRecord[],
): LeftPages {
  const root = fileURLToPath(config.root);
  const output = fileURLToPath(config.outDir);
  const cache = fileURLToPath(config.cacheDir);
  const place = join(cache, NOTES);
  const table = openTable<true>(join(cache, 'left-pages.table'), digestOfCode(config));
  const files = [...seenFiles(root)].filter(([path]) => !path.endsWith('/index.mdx'));
  const told = digestOfTold(articles);
  const aroundNow = () => digestOfAround(root, files, told);
  const there = new Set(found);
  const isThere = ({ outputFile }: Entry) => there.has(decodeURI(outputFile));
  const notes = readNotes(place);
  const noted = Object.entries(notes.routes).filter(([component]) => drawn.test(component));
  const isBuilt = found.length > 0 && table.find(BUILT, '') === true;
  const isAroundSame =
    isBuilt &&
    table.find(AROUND, aroundNow()) === true &&
    noted.every(([, { paths }]) => Object.values(paths).every(isThere)) &&
    areSharingPicturesThere(root, output);
  const changed = articles.flatMap(({ slug, digest }) => (table.find(slug, digest) ? [] : slug));
  sayChangedAlone(isAroundSame ? new Set(changed) : null);
  table.keep(BUILT, '', true);
  for (const { slug, digest } of articles) table.keep(slug, digest, true);
  left = {};

  return {
    hand(paths) {
      const handed = new Map(paths.map((path) => [nameOf(path.route.component, path.pathname), path]));
      for (const [component, { dependencyHash, paths: entries }] of noted) {
        const leaving: Record<string, Entry> = {};
        const rest: Record<string, Entry> = {};
        for (const pathname in entries) {
          const entry = entries[pathname];
          if (!entry) continue;
          const path = handed.get(nameOf(component, pathname));
          // What a text imports is told apart from its key.
          const isSame = path?.cacheKey === entry.cacheKey && isThere(entry) && !('contentHashes' in entry);
          const isLeft = isAroundSame ? !path : isBuilt && isSame;
          if (isLeft) leaving[pathname] = entry;
          else if (!path || 'contentHashes' in entry) rest[pathname] = entry;
          if (isLeft && path) handed.delete(nameOf(component, pathname));
        }
        left[component] = { dependencyHash, paths: leaving };
        notes.routes[component] = { dependencyHash, paths: rest };
      }
      // Of what it noted and does not write itself, Astro would erase copies one by one, which are none.
      if (isBuilt) writeFileSync(place, JSON.stringify(notes));
      return [...handed.values()];
    },
    addToNotes() {
      if (isBuilt) putBack(place, notes);
      // Now that its pictures are described.
      if (!isAroundSame) table.keep(AROUND, aroundNow(), true);
      table.save('forget');
    },
  };
}

/** To what Astro has noted, adds what is left: where it finds the site made otherwise than before, nothing should have been. */
function putBack(place: string, before: Notes): void {
  const notes = readNotes(place);
  const isMadeAlike =
    notes.configHash === before.configHash &&
    notes.lockfileHash === before.lockfileHash &&
    Object.entries(left).every(([component, { dependencyHash }]) => {
      const now = (notes.routes[component] ??= { dependencyHash, paths: {} });
      return now.dependencyHash === dependencyHash;
    });
  if (!isMadeAlike) {
    rmSync(place);
    throw new Error('Pages were left that are made otherwise now: build again, all of it');
  }
  for (const [component, { paths }] of Object.entries(left))
    Object.assign(notes.routes[component]?.paths ?? {}, paths);
  writeFileSync(place, JSON.stringify(notes));
}

const nameOf = (component: string, pathname: string) => `${component}\0${pathname}`;

function readNotes(place: string): Notes {
  try {
    return JSON.parse(readFileSync(place, 'utf8')) as Notes;
  } catch {
    return { routes: {} };
  }
}

/** Names all the code that draws pages, and what it is told besides the content. */
function digestOfCode({ root, publicDir, outDir, site, base }: AstroConfig): string {
  const folder = fileURLToPath(root);
  return digestOf(
    digestOfRenderingCode(folder),
    readFileSync(join(folder, 'astro.config.mjs')),
    JSON.stringify([site, base, outDir, namesIn(fileURLToPath(publicDir))]),
  );
}

/** Names what articles tell of themselves, but for their texts, and which of them are shown. */
function digestOfTold(records: readonly ArticleRecord[]): string {
  const publication = readPublication();
  const all = records.flatMap(({ slug, told, imports, publication: own }) => {
    const state = own && isShown(own, publication) ? publicationState(own, publication) : '';
    return [slug, told, String(imports), state];
  });
  return digestOf(offlineReading(true, process.env), all.join('\0'));
}

/** Names all that pages show but texts of articles: what articles tell of themselves, and all other files. */
function digestOfAround(
  root: string,
  files: readonly (readonly [path: string, stamp: string])[],
  told: string,
): string {
  const nameOf = namesOfFiles(root);
  const named = files.map(([path, stamp]) => `${path} ${nameOf(path, stamp)}`);
  return digestOf(told, named.sort().join('\0'));
}
