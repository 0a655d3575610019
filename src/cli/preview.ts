import { spawnSync } from 'node:child_process';

/** `npm run preview`: serves the magazine with drafts and scheduled articles, marked as such. */
const folder = '.cache/preview';
const env = {
  ...process.env,
  PREVIEW: '1',
  QUICK: '1',
  SITE_FOLDER: folder,
  ASTRO_TELEMETRY_DISABLED: '1',
};

for (const command of [`node src/cli/build.ts --outDir ${folder}`, 'node src/cli/start.ts']) {
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}
