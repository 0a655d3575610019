import { enableCompileCache } from 'node:module';

/**
 * Builds the site of the folder that the process is in.
 *
 * @param outDir the folder that it is written in
 */
export async function buildSite(outDir: string): Promise<void> {
  // As the command `astro` does, whose modules take half a second to compile.
  enableCompileCache();
  const { build } = await import('astro');
  // Otherwise Astro logs a line for each of thousands of pages.
  await build({ outDir, logLevel: 'warn' });
}
