import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { type Checkout, checkOut } from './checkout.ts';
import { keepPictures, lendPictures } from './picture-cache.ts';
import { run } from './run.ts';
import type { Side } from './sides.ts';

/** A folder that holds a built site; or why there is none, in the build's own words. */
export type Outcome = { folder: string } | { failure: string };

export interface Build {
  project: string;
  /** A folder of ours, that is thrown away. */
  workshop: string;
  /** The instant that both sides are published as of. */
  now: string;
}

/** Builds what is not built yet of both sides, at once where the machine can. */
export async function buildSides(
  base: Side,
  head: Side,
  build: Build,
): Promise<[base: Outcome, head: Outcome]> {
  const shared = sharedCache(build.project);
  // Without pictures drawn before, the second build takes those of the first rather than draw them again.
  const isWarm = lendPictures(shared, join(build.workshop, 'head-cache')) > 0;
  if (isWarm && availableParallelism() > 1)
    return Promise.all([buildSide(base, 'base', build), buildSide(head, 'head', build)]);
  const second = await buildSide(head, 'head', build);
  return [await buildSide(base, 'base', build), second];
}

async function buildSide(side: Side, name: 'base' | 'head', build: Build): Promise<Outcome> {
  if (side.kind === 'folder') return { folder: side.folder };
  const { project, workshop } = build;
  let checkout: Checkout = { root: project, remove: () => {} };
  try {
    if (side.kind === 'reference')
      checkout = await checkOut(project, side.commit, join(workshop, `${name}-tree`));
    const folder = join(workshop, name);
    await buildProject(checkout.root, folder, join(workshop, `${name}-cache`), build);
    return { folder };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { failure: said.replaceAll(workshop, '').replaceAll(project, '') };
  } finally {
    checkout.remove();
  }
}

async function buildProject(
  root: string,
  folder: string,
  cache: string,
  { project, now }: Build,
): Promise<void> {
  const shared = sharedCache(project);
  lendPictures(shared, cache);
  await run('node_modules/.bin/astro', ['build', '--outDir', folder], root, {
    ...process.env,
    PREVIEW: '',
    REDACTION: '',
    CACHE_FOLDER: cache,
    PUBLICATION_NOW: now,
    // What servers send compressed is weighed by the report itself.
    PRECOMPRESS: '0',
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
  });
  keepPictures(cache, shared);
}

/** Where the project's own builds keep their pictures. */
function sharedCache(project: string): string {
  return resolve(project, process.env['CACHE_FOLDER'] ?? 'node_modules/.astro');
}
