import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall } from './browser.ts';

/** The Debian package of the server that tests run. */
const PACKAGE = 'postgresql';
/** Where Debian installs the programs of each version. */
const DEBIAN_VERSIONS = '/usr/lib/postgresql';

/** The folder of the programs of PostgreSQL, or `null` on a machine without it. */
export function findPostgres(): string | null {
  const versions = existsSync(DEBIAN_VERSIONS) ? readdirSync(DEBIAN_VERSIONS) : [];
  const newest = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN_VERSIONS, version, 'bin'));
  const folders = [...newest, ...(process.env['PATH'] ?? '').split(':')];
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ??
    null
  );
}

/**
 * Installs PostgreSQL by apt as root, if it is missing.
 *
 * @returns whether PostgreSQL is installed
 */
export function installPostgres(): boolean {
  if (!findPostgres()) aptInstall([PACKAGE]);
  if (findPostgres()) return true;
  console.warn(`No PostgreSQL: its tests are skipped. To run them: apt-get install ${PACKAGE}`);
  return false;
}

if (import.meta.main && !installPostgres()) process.exitCode = 1;
