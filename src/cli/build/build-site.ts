import { enableCompileCache } from 'node:module';
import { beginCheck } from '#content/checks/check-ahead.ts';

/**
 * Builds the site of the folder that the process is in. Its content is checked while Astro is loaded.
 *
 * @param outDir the folder that it is written in
 */
export async function buildSite(outDir: string): Promise<void> {
  // As the command `astro` does, whose modules take half a second to compile.
  enableCompileCache();
  beginCheck(process.cwd());
  const { build } = await import('astro');
  await build({ outDir });
}
