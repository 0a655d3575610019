import type { LockedPackage } from './lock.ts';

/** Licences under which a package may be used here: they ask for a notice, and nothing of what is made with it. */
const ALLOWED: ReadonlySet<string> = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'ISC',
    'MIT',
    'OFL-1.1',
  ],
  ...['Python-2.0', 'Unlicense', 'WTFPL'],
]);

/** Packages allowed by name, each with its licence and why it holds. */
const ALLOWED_BY_NAME: readonly (readonly [name: RegExp, licence: string])[] = [
  // Libraries that are linked to, and none of whose code is published.
  [/^@img\/sharp-/u, 'LGPL-3.0-or-later'],
  // Its files stay apart, and its code is not published.
  [/^(?:lightningcss(?:-.+)?|axe-core|@axe-core\/playwright)$/u, 'MPL-2.0'],
  // Lists of words that the check of spelling reads, and that nobody is given.
  [/^@cspell\/dict-/u, 'CC BY-SA 4.0'],
];

/** A licence that is not allowed, with the packages that have it. */
export interface RefusedLicence {
  licence: string;
  packages: string[];
}

/** Which packages have a licence that is neither allowed nor allowed by name. */
export function refusedLicences(packages: readonly LockedPackage[]): RefusedLicence[] {
  const refused = packages.filter(({ name, licence }) => !isAllowed(name, licence ?? ''));
  return [...groupByLicence(refused)].map(([licence, names]) => ({ licence, packages: names }));
}

/** How many packages have each licence, the commonest first. */
export function countLicences(packages: readonly LockedPackage[]): [licence: string, count: number][] {
  return [...groupByLicence(packages)]
    .map(([licence, names]): [string, number] => [licence, names.length])
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

/** « A OR B » is a choice, « A AND B » binds to both (SPDX, annex D). */
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
