import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Builds the site of the folder that the process is in as `npm run build` does once it has judged all texts. */
const place = pathToFileURL(resolve('src/cli/build/build-site.ts')).href;
const { buildSite } = (await import(place)) as typeof import('../../src/cli/build/build-site.ts');
// At this level integrations log how long they took.
await buildSite('dist', 'info');
