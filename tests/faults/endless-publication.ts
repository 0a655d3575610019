import { publishFolder } from '#cli/build/publish-folder.ts';

/** Publishes these sites in turn to one place, until the process is killed. */
const [served = '', ...sites] = process.argv.slice(2);
for (;;) for (const site of sites) await publishFolder(site, served);
