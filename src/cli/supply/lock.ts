import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of the lock file. */
export interface LockedPackage {
  name: string;
  version: string;
  /** SPDX expression; `null` when it is not declared. */
  licence: string | null;
  /** A development dependency, which nothing published needs. */
  dev: boolean;
  hasInstallScript: boolean;
  /** Digest of its archive. */
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

/** The packages of package-lock.json. */
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
