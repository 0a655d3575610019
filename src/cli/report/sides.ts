import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { UsageError } from '#cli/lib/options.ts';
import { strings } from '#strings/site.ts';
import { type Checkout, checkOut, run } from './checkout.ts';

/** One version to compare: a built folder, a Git commit, or the project in its current state. */
export type Side =
  | { kind: 'folder'; folder: string; label: string }
  | { kind: 'reference'; commit: string; label: string }
  | { kind: 'project'; label: string };

/** The folder of a built site, or the output of the build that failed. */
type BuildResult = { folder: string } | { failure: string };

interface BuildContext {
  project: string;
  /** A temporary folder, deleted after the report. */
  workshop: string;
  /** The publication time of both versions, in ISO 8601. */
  now: string;
}

const { workingCopy, noSite, noReference } = strings.report;

/**
 * Finds one version to compare.
 *
 * @param name a folder or a Git reference; `undefined` for the project in its current state
 * @throws UsageError when it is neither
 */
export function readSide(name: string | undefined, project: string): Side {
  if (name === undefined) return { kind: 'project', label: workingCopy };
  const folder = resolve(project, name);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    if (!existsSync(join(folder, 'index.html'))) throw new UsageError(noSite(name));
    return { kind: 'folder', folder, label: basename(folder) };
  }
  const revParse = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  const { status, stdout } = spawnSync('git', revParse, { cwd: project, encoding: 'utf8' });
  if (status !== 0) throw new UsageError(noReference(name));
  return { kind: 'reference', commit: stdout.trim(), label: name };
}

/** Builds both sides, in parallel when the machine has several cores and the picture cache is warm. */
export async function buildSides(
  base: Side,
  head: Side,
  context: BuildContext,
): Promise<[base: BuildResult, head: BuildResult]> {
  const isWarm = linkPictures(pictureCache(context.project), join(context.workshop, 'head-cache')) > 0;
  if (isWarm && availableParallelism() > 1)
    return Promise.all([buildSide(base, 'base', context), buildSide(head, 'head', context)]);
  // Built first, so that the build of the base reuses its pictures.
  const headResult = await buildSide(head, 'head', context);
  return [await buildSide(base, 'base', context), headResult];
}

async function buildSide(side: Side, name: 'base' | 'head', context: BuildContext): Promise<BuildResult> {
  if (side.kind === 'folder') return { folder: side.folder };
  const { project, workshop, now } = context;
  const [folder, cache] = [join(workshop, name), join(workshop, `${name}-cache`)];
  const shared = pictureCache(project);
  let checkout: Checkout = { root: project, remove: () => {} };
  try {
    if (side.kind === 'reference')
      checkout = await checkOut(project, side.commit, join(workshop, `${name}-tree`));
    linkPictures(shared, cache);
    await run('node_modules/.bin/astro', ['build', '--outDir', folder], checkout.root, {
      ...process.env,
      PREVIEW: '',
      REDACTION: '',
      CACHE_FOLDER: cache,
      PUBLICATION_NOW: now,
      // The report compresses pages itself to weigh them.
      PRECOMPRESS: '0',
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
    });
    linkPictures(cache, shared);
    return { folder };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { failure: message.replaceAll(workshop, '').replaceAll(project, '') };
  } finally {
    checkout.remove();
  }
}

function pictureCache(project: string): string {
  return resolve(project, process.env['CACHE_FOLDER'] ?? 'node_modules/.astro');
}

/** Folders of content-addressed pictures in a cache. `assets` belongs to Astro. */
const PICTURE_FOLDERS = ['pictures', 'social-cards', 'assets'];

/**
 * Links the pictures of one cache into another. Each build has its own cache, so that it never reads a picture that
 * another build is still writing.
 *
 * @returns the number of pictures in the first cache
 */
export function linkPictures(from: string, to: string): number {
  return PICTURE_FOLDERS.reduce((count, name) => count + linkFiles(join(from, name), join(to, name)), 0);
}

function linkFiles(from: string, to: string): number {
  if (!existsSync(from)) return 0;
  mkdirSync(to, { recursive: true });
  const present = new Set(readdirSync(to));
  const files = readdirSync(from, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { name } of files) {
    if (present.has(name)) continue;
    try {
      linkSync(join(from, name), join(to, name));
    } catch {
      // The link failed: hard links do not work across disks, and another build may have added this file meanwhile.
      cpSync(join(from, name), join(to, name));
    }
  }
  return files.length;
}
