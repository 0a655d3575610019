import { existsSync, readdirSync, rmSync } from 'node:fs';

/**
 * Runs after `npm ci`, with the Node of the machine. Removes the C++ headers of the `node` package: 67 MB that nothing
 * here needs.
 */
const PACKAGES = 'node_modules/node/node_modules';
for (const name of existsSync(PACKAGES) ? readdirSync(PACKAGES) : [])
  rmSync(`${PACKAGES}/${name}/include`, { recursive: true, force: true });
