import { existsSync, readdirSync, rmSync } from 'node:fs';

/**
 * Runs after `npm ci`, on the Node of the machine. Removes the C++ headers that the `node` package brings: 67 MB that
 * nothing here compiles against.
 */
const PACKAGES = 'node_modules/node/node_modules';
for (const name of existsSync(PACKAGES) ? readdirSync(PACKAGES) : [])
  rmSync(`${PACKAGES}/${name}/include`, { recursive: true, force: true });
