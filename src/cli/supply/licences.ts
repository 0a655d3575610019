import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of the lock file. */
export interface LockedPackage {
  name: string;
  version: string;
  /** SPDX expression, if it is declared. */
  license?: string;
  hasInstallScript?: boolean;
  /** Digest of its archive. */
  integrity?: string;
}

/** The packages of package-lock.json. */
export function readLock(root: string): LockedPackage[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Omit<LockedPackage, 'name'>>;
  };
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({ ...entry, name: path.replace(/^.*node_modules\//u, '') }));
}

/** Permissive licences, which require a notice at most. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
]);

/** Packages allowed by name, with their licence and the reason. */
const ALLOWED_BY_NAME: readonly (readonly [name: RegExp, licence: string])[] = [
  // Linked libraries, whose code is not published.
  [/^@img\/sharp-/u, 'LGPL-3.0-or-later'],
  // File-level copyleft, and the code is not published.
  [/^(?:lightningcss(?:-.+)?|axe-core|@axe-core\/playwright)$/u, 'MPL-2.0'],
  // Dictionaries of the spelling check, not published.
  [/^@cspell\/dict-/u, 'CC BY-SA 4.0'],
];

/** The licences that are not allowed, with their packages. */
export function refusedLicences(
  packages: readonly LockedPackage[],
): { licence: string; packages: string[] }[] {
  const refused = packages.filter(({ name, license = '' }) => !isAllowed(name, license));
  return [...byLicence(refused)].map(([licence, found]) => ({
    licence,
    packages: found.map(({ name, version }) => `${name}@${version}`),
  }));
}

/** Counts the packages of each licence, the most common first. */
export function countLicences(packages: readonly LockedPackage[]): [licence: string, count: number][] {
  return [...byLicence(packages)]
    .map(([licence, found]): [string, number] => [licence, found.length])
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

/**
 * Whether an SPDX expression (annex D) is allowed: one side of `A OR B` is enough, both sides of `A AND B` are needed.
 */
function isAllowed(name: string, expression: string): boolean {
  const parts = expression.replace(/^\((.*)\)$/u, '$1');
  if (parts.includes(' OR ')) return parts.split(' OR ').some((part) => isAllowed(name, part));
  return parts
    .split(' AND ')
    .every(
      (licence) =>
        ALLOWED.has(licence) || ALLOWED_BY_NAME.some(([named, its]) => its === licence && named.test(name)),
    );
}

function byLicence(packages: readonly LockedPackage[]): Map<string, LockedPackage[]> {
  return Map.groupBy(packages, ({ license = 'none' }) => license);
}
