import { rmSync } from 'node:fs';
import { copyWholeSite } from '../site-copy.ts';
import { PROJECT } from './site-folder.ts';

/** Builds the site that the tests open, and serves it as `npm start` does, on the port that PORT names. */
rmSync(PROJECT, { recursive: true, force: true });
copyWholeSite(PROJECT).build('dist');
process.chdir(PROJECT);
await import('#cli/start.ts');
