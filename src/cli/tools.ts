import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Installs the missing development packages. `npm ci` omits them (.npmrc), because they take as much space as all other
 * packages and the magazine, its unit tests and its browser tests do not need them.
 *
 * @throws when npm cannot install them
 */
export function installTools(): void {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  if (Object.keys(devDependencies).every((name) => existsSync(join('node_modules', name)))) return;
  console.log('Installing the development packages (npm install --include=dev).');
  const { status } = spawnSync('npm', ['install', '--include=dev', '--no-save'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The development packages could not be installed');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installTools();
