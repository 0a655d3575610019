import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of the lock file. */
export interface LockedPackage {
  name: string;
  version: string;
  /** What it says of its licence (SPDX), if it says anything. */
  licence: string | null;
  /** Whether it is for work on the engine alone, and makes nothing that is published. */
  dev: boolean;
  /** Whether it runs something when it is installed. */
  hasInstallScript: boolean;
  /** The digest of its archive. */
  integrity: string | null;
}

interface LockEntry {
  version?: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  hasInstallScript?: boolean;
  integrity?: string;
}

/** The packages that `npm ci` installs, by the lock file of a project. */
export function readLock(root: string): LockedPackage[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({
      name: path.replace(/^.*node_modules\//u, ''),
      version: entry.version ?? '',
      licence: entry.license ?? null,
      dev: entry.dev ?? entry.devOptional ?? false,
      hasInstallScript: entry.hasInstallScript ?? false,
      integrity: entry.integrity ?? null,
    }));
}
