import { enableCompileCache } from 'node:module';

/**
 * Builds the site of the current folder.
 *
 * @param outDir the output folder
 * @param logLevel with `info`, Astro logs a line for each page
 */
export async function buildSite(outDir: string, logLevel: 'info' | 'warn' = 'warn'): Promise<void> {
  // The command `astro` does the same: compiling Astro's modules takes half a second.
  enableCompileCache();
  const { build } = await import('astro');
  await build({ outDir, logLevel });
}
