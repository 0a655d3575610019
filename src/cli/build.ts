import { spawnSync } from 'node:child_process';
import { mkdirSync, realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { buildSite } from '#cli/build/build-site.ts';
import { explainFailure } from '#cli/build/explain-failure.ts';
import { readPublication } from '#content/files/publication.ts';
import { lockFile } from '#storage/file-lock.ts';
import { compressFolder } from '#storage/compressed-copies.ts';
import { repairPublication, publishFolder } from '#cli/build/publish-folder.ts';
import { fr } from '#lib/typography/fr.ts';
import { openSearchIndex, PREVIOUS_INDEX, SEARCH_FOLDER } from '#search/index/search-index.ts';
import { runCommand, UsageError } from '#cli/lib/options.ts';

/**
 * `npm run build`: checks the content, builds the site in a staging folder, and publishes it once it is complete, to
 * `dist` or to the folder given by `--outDir`. If the build is killed or the disk is full, the published site does not
 * change, and the next build needs no cleaning.
 */
const OPTIONS = {
  outDir: { type: 'string', default: 'dist', about: 'le dossier du site (par défaut : dist)' },
} as const;
const root = process.cwd();
const cache = resolve(process.env['CACHE_FOLDER'] ?? 'node_modules/.astro');

await runCommand({ usage: 'npm run build -- [options]', options: OPTIONS }, async ({ options, names }) => {
  const { outDir } = options;
  if (names.length > 0) throw new UsageError(fr`Option inconnue ou incomplète : ${names.join(' ')}.`);
  const served = resolve(outDir);
  /** The staging folder, which the next build reuses. */
  const staging = join(root, '.cache/build', basename(served));
  try {
    await repairPublication(served);
    if (!isContentValid()) return 1;
    const release = await lockBuild();
    try {
      process.env[PREVIOUS_INDEX] = join(served, SEARCH_FOLDER);
      await buildSite(staging);
      const { kept, written } = await publishFolder(staging, served);
      console.log(fr`Le site est prêt dans ${outDir}/ (fichiers : ${written} écrits, ${kept} inchangés).`);
      return await updateSearchIndex(staging, served);
    } finally {
      release();
    }
  } catch (error) {
    console.error(explainFailure(error));
    console.error(fr`La construction a échoué ; le contenu de ${outDir}/ n’a pas changé.`);
    return 1;
  }
});

/** Checks the content. In a preview, which may show unfinished articles, only errors that prevent a build stop it. */
function isContentValid(): boolean {
  const rules = readPublication().preview ? ['--regle=modèle'] : [];
  const check = join(import.meta.dirname, 'check.ts');
  const { status } = spawnSync(process.execPath, [check, '--erreurs', ...rules], { stdio: 'inherit' });
  return status === 0;
}

/** Builds the search index if the build postponed it; until then, the published pages use the previous index. */
async function updateSearchIndex(staging: string, served: string): Promise<0 | 1> {
  const folder = join(staging, SEARCH_FOLDER);
  try {
    const index = await openSearchIndex(root);
    if (index.isIn(folder)) return 0;
    await index.writeTo(folder);
    await compressFolder(root, staging);
    index.writeDatabase(served);
    await publishFolder(staging, served);
    console.log(fr`La recherche est à jour.`);
    return 0;
  } catch (error) {
    console.error(explainFailure(error));
    console.error(fr`Les pages sont publiées, mais la recherche n’a pas pu être mise à jour.`);
    return 1;
  }
}

/** Waits until no other build of this project, or with the same cache, is running. */
async function lockBuild(): Promise<() => void> {
  let hasReported = false;
  const reportWait = () => {
    if (!hasReported) console.log(fr`Une autre construction est en cours : celle-ci commencera après elle.`);
    hasReported = true;
  };
  const releaseProject = await lockFile(join(root, '.cache/build.lock'), reportWait);
  mkdirSync(cache, { recursive: true });
  const releaseCache = await lockFile(`${realpathSync(cache)}.lock`, reportWait);
  return () => {
    releaseCache();
    releaseProject();
  };
}

// A failed build may leave handles open (Astro's font server), which would keep the process alive.
if (process.exitCode) process.exit();
