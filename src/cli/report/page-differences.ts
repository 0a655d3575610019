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

/** One thing that is not on both sides alike. */
export interface Difference {
  kind: Kind;
  /** Which field, which file; empty where the kind says it all. */
  label: string;
  /** `null` where there was nothing. */
  before: string | null;
  after: string | null;
}

/** What readers see without reading: a page with nothing else changed has changed in appearance. */
const APPEARANCE: ReadonlySet<Kind> = new Set(['pictures', 'style', 'scripts', 'markup']);

/** Whether only the look of a page changed, its words, links and metadata being the same. */
export function isAppearance(differences: readonly Difference[]): boolean {
  return differences.length > 0 && differences.every(({ kind }) => APPEARANCE.has(kind));
}

/** All that tells two builds of one page apart, in a fixed order; empty when nothing does. */
export function comparePages(before: PageFacts, after: PageFacts): Difference[] {
  return [
    ...compareLines('words', before.words, after.words),
    ...compareLines('headings', before.headings, after.headings).map(withoutLevel),
    ...compareFields(before.metadata, after.metadata),
    ...compareLinks('internal', before.internalLinks, after.internalLinks),
    ...compareLinks('external', before.externalLinks, after.externalLinks),
    ...compareLines('names', before.names, after.names),
    ...comparePictures(before.pictures, after.pictures),
    ...compareWhole('style', before.style, after.style),
    ...compareLines('scripts', before.scripts, after.scripts),
    ...compareSets('foreign', before.foreign, after.foreign),
    ...compareWhole('markup', before.markup, after.markup),
  ];
}

/** Stretches of lines taken away and put in; as many of each are taken for the same lines, rewritten. */
function compareLines(kind: Kind, before: readonly string[], after: readonly string[]): Difference[] {
  return stretches(before, after).flatMap(({ removed, added }) => {
    if (removed.length === added.length)
      return removed.map((line, index) => difference(kind, '', [line], added.slice(index, index + 1)));
    return [difference(kind, '', removed, added)];
  });
}

/** One difference for all that moved, however scattered: what changed for one reason stays together. */
function compareWhole(kind: Kind, before: readonly string[], after: readonly string[]): Difference[] {
  const parts = stretches(before, after);
  if (parts.length === 0) return [];
  return [
    difference(
      kind,
      '',
      parts.flatMap(({ removed }) => removed),
      parts.flatMap(({ added }) => added),
    ),
  ];
}

interface Stretch {
  removed: string[];
  added: string[];
}

function stretches(before: readonly string[], after: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  let open: Stretch | null = null;
  for (const { removed, added, value } of diffArrays([...before], [...after])) {
    if (!removed && !added) {
      open = null;
      continue;
    }
    if (!open) found.push((open = { removed: [], added: [] }));
    open[removed ? 'removed' : 'added'].push(...value);
  }
  return found;
}

function compareFields(before: PageFacts['metadata'], after: PageFacts['metadata']): Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((label) => {
    const [was, is] = [before.get(label) ?? null, after.get(label) ?? null];
    return was === is ? [] : [{ kind: 'metadata' as const, label, before: was, after: is }];
  });
}

function compareSets(kind: Kind, before: readonly string[], after: readonly string[]): Difference[] {
  const [gone, come] = leftovers(before, after);
  return [
    ...gone.map((item) => difference(kind, '', [item], [])),
    ...come.map((item) => difference(kind, '', [], [item])),
  ];
}

/** A heading that only says something else is told as its words are: on every page alike. */
function withoutLevel({ before, after, ...rest }: Difference): Difference {
  if (before?.slice(0, 2) !== after?.slice(0, 2)) return { ...rest, before, after };
  const plain = (lines: string | null) => lines?.replaceAll(/^h\d /gmu, '') ?? null;
  return { ...rest, before: plain(before), after: plain(after) };
}

/** A link that only asks something else of the same page is one link that changed. */
function compareLinks(label: string, before: readonly string[], after: readonly string[]): Difference[] {
  const [gone, come] = leftovers(before, after);
  const pageOf = (address: string) => address.replace(/[?#].*$/su, '');
  const pages = [...new Set([...gone, ...come].map(pageOf))].sort();
  return pages.map((page) =>
    difference(
      'links',
      label,
      gone.filter((address) => pageOf(address) === page),
      come.filter((address) => pageOf(address) === page),
    ),
  );
}

/** All sizes and formats of one picture are one picture. */
function comparePictures(before: readonly string[], after: readonly string[]): Difference[] {
  const [gone, come] = leftovers(before, after);
  const stemOf = (address: string) => address.replace(/\.\w+#[\da-z]+$/u, '');
  const stems = [...new Set([...gone, ...come].map(stemOf))].sort();
  return stems.map((stem) => {
    const of = (list: readonly string[]) => list.filter((address) => stemOf(address) === stem);
    return difference('pictures', stem, of(gone), of(come));
  });
}

function leftovers(before: readonly string[], after: readonly string[]): [gone: string[], come: string[]] {
  const [was, is] = [new Set(before), new Set(after)];
  return [before.filter((item) => !is.has(item)), after.filter((item) => !was.has(item))];
}

function difference(
  kind: Kind,
  label: string,
  removed: readonly string[],
  added: readonly string[],
): Difference {
  return {
    kind,
    label,
    before: removed.length > 0 ? removed.join('\n') : null,
    after: added.length > 0 ? added.join('\n') : null,
  };
}
