import { diffArrays } from 'diff';
import type { PageFacts } from './page-facts.ts';

export type Kind =
  | 'words'
  | 'headings'
  | 'metadata'
  | 'links'
  | 'names'
  | 'pictures'
  | 'style'
  | 'scripts'
  | 'foreign'
  | 'markup';

/** One difference between two builds of a page. */
export interface Difference {
  kind: Kind;
  /** The field or the file that changed; empty when the kind is enough. */
  label: string;
  /** `null` when it was added. */
  before: string | null;
  /** `null` when it was removed. */
  after: string | null;
}

/** All differences between two builds of a page, in a fixed order. */
export function diffPages(before: PageFacts, after: PageFacts): Difference[] {
  return [
    ...diffLines('words', before.words, after.words),
    ...diffLines('headings', before.headings, after.headings).map(withoutLevel),
    ...diffFields(before.metadata, after.metadata),
    ...diffLinks('internal', before.internalLinks, after.internalLinks),
    ...diffLinks('external', before.externalLinks, after.externalLinks),
    ...diffLines('names', before.names, after.names),
    // All sizes and formats of a picture count as one.
    ...diffGroups('pictures', before.pictures, after.pictures, (picture) =>
      picture.replace(/\.\w+#\w+$/u, ''),
    ),
    ...diffWhole('style', before.style, after.style),
    ...diffLines('scripts', before.scripts, after.scripts),
    ...diffGroups('foreign', before.foreign, after.foreign, (address) => address).map(withoutLabel),
    ...diffWhole('markup', before.markup, after.markup),
  ];
}

interface Hunk {
  removed: string[];
  added: string[];
}

/**
 * Compares lists of lines. When a hunk removes as many lines as it adds, each pair is reported as one rewritten line.
 */
function diffLines(kind: Kind, before: string[], after: string[]): Difference[] {
  return hunks(before, after).flatMap(({ removed, added }) =>
    removed.length === added.length
      ? removed.map((line, index) => difference(kind, '', [line], added.slice(index, index + 1)))
      : [difference(kind, '', removed, added)],
  );
}

/** Returns one difference for all hunks, which often have one cause. */
function diffWhole(kind: Kind, before: string[], after: string[]): Difference[] {
  const all = hunks(before, after);
  if (all.length === 0) return [];
  return [
    difference(
      kind,
      '',
      all.flatMap(({ removed }) => removed),
      all.flatMap(({ added }) => added),
    ),
  ];
}

function hunks(before: string[], after: string[]): Hunk[] {
  const found: Hunk[] = [];
  let open: Hunk | null = null;
  for (const { removed, added, value } of diffArrays(before, after)) {
    if (!removed && !added) open = null;
    else {
      if (!open) found.push((open = { removed: [], added: [] }));
      open[removed ? 'removed' : 'added'].push(...value);
    }
  }
  return found;
}

function diffFields(before: PageFacts['metadata'], after: PageFacts['metadata']): Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((label): Difference => {
      const [old, current] = [before.get(label) ?? null, after.get(label) ?? null];
      return { kind: 'metadata', label, before: old, after: current };
    })
    .filter((field) => field.before !== field.after);
}

/** Removes the level of a heading from a difference when it is unchanged. */
function withoutLevel({ before, after, ...rest }: Difference): Difference {
  if (before?.slice(0, 2) !== after?.slice(0, 2)) return { ...rest, before, after };
  const plain = (lines: string | null) => lines?.replaceAll(/^h\d /gmu, '') ?? null;
  return { ...rest, before: plain(before), after: plain(after) };
}

/** Compares links. A link whose query or fragment alone differs is reported as one changed link. */
function diffLinks(label: string, before: string[], after: string[]): Difference[] {
  const pageOf = (address: string) => address.replace(/[?#].*$/su, '');
  return diffGroups('links', before, after, pageOf).map((found) => ({ ...found, label }));
}

function withoutLabel(found: Difference): Difference {
  return { ...found, label: '' };
}

/** Compares two lists. Items that are in only one of them are grouped by key, in the order of the keys. */
function diffGroups(kind: Kind, before: string[], after: string[], keyOf: (item: string) => string) {
  const removed = before.filter((item) => !after.includes(item));
  const added = after.filter((item) => !before.includes(item));
  const keys = [...new Set([...removed, ...added].map(keyOf))].sort();
  const of = (items: string[], key: string) => items.filter((item) => keyOf(item) === key);
  return keys.map((key) => difference(kind, key, of(removed, key), of(added, key)));
}

function difference(kind: Kind, label: string, removed: string[], added: string[]): Difference {
  const join = (lines: string[]) => (lines.length > 0 ? lines.join('\n') : null);
  return { kind, label, before: join(removed), after: join(added) };
}
