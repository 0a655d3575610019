import { strings } from '#strings/site.ts';
import type { Comparison } from './comparison.ts';
import type { Kind } from './page-differences.ts';
import type { SharedChange } from './shared-changes.ts';
import { type FileChange, SEARCH_INDEX } from './site-files.ts';
import type { PageChange } from './site-pages.ts';
import { PARTS, type WeightMove } from './weight-moves.ts';

const say = strings.report;
/** What every title ends with. */
const SITE_NAME = / · [^·]*$/u;
/** How many titles, changes or templates a summary names. */
const MOST_NAMED = 4;
/** In bytes: less is not worth a sentence. */
const LEAST_MOVE = 50;

/** What changes for readers, one sentence each, the most important first. */
export function summarize(comparison: Comparison): string[] {
  const { pages, files, failure, base } = comparison;
  if (failure !== null) return [say.baseFailed(base)];
  if (pages.length === 0 && files.length === 0) return [say.nothing];
  return [
    ...sentencesOfPages(pages),
    ...comparison.shared.flatMap(sentenceOfShared).slice(0, MOST_NAMED),
    ...sentencesOfFaults(comparison),
    ...comparison.weights.flatMap(sentenceOfWeight),
    ...(files.length > 0 ? [say.summary.files(nameFiles(files))] : []),
  ];
}

function sentencesOfPages(pages: readonly PageChange[]): string[] {
  const of = (state: PageChange['state']) => pages.filter((page) => page.state === state);
  const [added, removed, changed] = [of('added'), of('removed'), of('changed')];
  const appearance = changed.filter((page) => page.appearance);
  return [
    ...(added.length > 0 ? [say.summary.added(added.length, named(added))] : []),
    ...(removed.length > 0 ? [say.summary.removed(removed.length, named(removed))] : []),
    ...(changed.length > 0 ? [say.summary.changed(changed.length, appearance.length)] : []),
  ];
}

/** What readers see of a change that pages share; what only machines read is told below. */
const TOLD: ReadonlySet<Kind> = new Set(['words', 'metadata', 'pictures', 'style', 'scripts']);
const LONGEST_QUOTED = 80;

function sentenceOfShared({ pages, differences }: SharedChange): string[] {
  const told = differences.filter(({ kind }) => TOLD.has(kind));
  const [words, ...others] = told.filter(({ kind }) => kind === 'words');
  const { before, after } = words ?? {};
  const isShort = before && after && Math.max(before.length, after.length) <= LONGEST_QUOTED;
  if (isShort && others.length === 0) return [say.summary.rewritten(pages.length, before, after)];
  const kinds = [...new Set(told.map(({ kind }) => say.kinds[kind].toLowerCase()))];
  return kinds.length > 0 ? [say.summary.shared(pages.length, kinds)] : [];
}

/** Articles first: lists come and go with them. */
function named(pages: readonly PageChange[]): string[] {
  const isList = ({ template }: PageChange) => Number(template !== 'article');
  const titles = [...pages]
    .sort((a, b) => isList(a) - isList(b))
    .slice(0, MOST_NAMED)
    .map(({ title, address }) => `« ${title.replace(SITE_NAME, '') || address} »`);
  return pages.length > MOST_NAMED ? [...titles, say.others(pages.length - MOST_NAMED)] : titles;
}

function sentencesOfFaults({ views, pages }: Comparison): string[] {
  const count = (side: 'come' | 'gone') =>
    views.reduce((sum, view) => sum + view.accessibility[side].length, 0);
  const [come, gone] = [count('come'), count('gone')];
  const foreign = new Set(
    pages.flatMap(({ differences }) =>
      differences.filter(({ kind, after }) => kind === 'foreign' && after !== null).map(({ after }) => after),
    ),
  );
  return [
    ...(foreign.size > 0 ? [say.summary.foreign(foreign.size)] : []),
    ...(come > 0 ? [say.summary.faults(come)] : []),
    ...(gone > 0 ? [say.summary.mended(gone)] : []),
  ];
}

function sentenceOfWeight({ template, before, after }: WeightMove): string[] {
  // Scripts in the page are part of its HTML, and requests are no bytes.
  const bytes = PARTS.filter((part) => part !== 'requests' && part !== 'inlineJs');
  const move = bytes.reduce((sum, part) => sum + after[part] - before[part], 0);
  if (Math.abs(move) < LEAST_MOVE) return [];
  const name = template.charAt(0).toUpperCase() + template.slice(1);
  return [move > 0 ? say.summary.heavier(name, move) : say.summary.lighter(name, -move)];
}

function nameFiles(files: readonly FileChange[]): string[] {
  const kinds: readonly (readonly [test: RegExp, name: string])[] = [
    [/(?:^|\/)flux[\w-]*\.(?:xml|json)$/u, say.files.feeds],
    [/^sitemap.*\.xml$/u, say.files.sitemaps],
    [new RegExp(`^${SEARCH_INDEX}$`, 'u'), say.files.search],
    [/^_redirects$/u, say.files.redirects],
    [/^robots\.txt$/u, say.files.robots],
  ];
  const names = kinds.filter(([test]) => files.some(({ file }) => test.test(file))).map(([, name]) => name);
  const others = files.filter(({ file }) => !kinds.some(([test]) => test.test(file))).length;
  return others > 0 ? [...names, say.files.others(others)] : names;
}
