import type { LockedPackage } from './lock.ts';

/** Permissive licences: at most, they require a notice. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
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

interface RefusedLicence {
  licence: string;
  packages: string[];
}

/** The licences that are not allowed, with their packages. */
export function refusedLicences(packages: readonly LockedPackage[]): RefusedLicence[] {
  const refused = packages.filter(({ name, licence }) => !isAllowed(name, licence ?? ''));
  return [...groupByLicence(refused)].map(([licence, names]) => ({ licence, packages: names }));
}

/** How many packages have each licence, the most common first. */
export function countLicences(packages: readonly LockedPackage[]): [licence: string, count: number][] {
  return [...groupByLicence(packages)]
    .map(([licence, names]): [string, number] => [licence, names.length])
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

/** SPDX expressions (annex D): one side of `A OR B` is enough, both sides of `A AND B` are needed. */
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

function groupByLicence(packages: readonly LockedPackage[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { name, version, licence } of packages) {
    const key = licence ?? 'none';
    groups.set(key, [...(groups.get(key) ?? []), `${name}@${version}`]);
  }
  return groups;
}
