import { strings } from '#strings/site.ts';
import type { Comparison } from './comparison.ts';
import type { Difference, Kind } from './page-differences.ts';
import type { SharedChange } from './shared-changes.ts';
import { type FileChange, SEARCH_INDEX } from './compare-files.ts';
import type { PageChange } from './compare-pages.ts';
import { PARTS, type WeightMove } from './weight-moves.ts';

const text = strings.report;
/** Matches the name of the site at the end of every title. */
const SITE_NAME = / · [^·]*$/u;
/** Maximum number of titles or shared changes that a summary lists. */
const MAX_NAMED = 4;
/** In bytes: smaller changes of weight are omitted. */
const MIN_MOVE = 50;

/** Summarizes the changes for readers in sentences, the most important first. */
export function summarize({ pages, shared, views, weights, files, failure, base }: Comparison): string[] {
  if (failure !== null) return [text.baseFailed(base)];
  if (pages.length === 0 && files.length === 0) return [text.nothing];
  const of = (state: PageChange['state']) => pages.filter((page) => page.state === state);
  const [added, removed, changed] = [of('added'), of('removed'), of('changed')];
  const foreign = pages
    .flatMap(({ differences }) => differences)
    .filter(({ kind, after }) => kind === 'foreign' && after !== null);
  const addresses = new Set(foreign.map(({ after }) => after));
  const [come, gone] = (['come', 'gone'] as const).map((side) =>
    views.reduce((sum, { accessibility }) => sum + accessibility[side].length, 0),
  );
  const { summary } = text;
  return [
    added.length > 0 && summary.added(added.length, named(added)),
    removed.length > 0 && summary.removed(removed.length, named(removed)),
    changed.length > 0 && summary.changed(changed.length, changed.filter((page) => page.appearance).length),
    ...shared.flatMap(sentenceOfShared).slice(0, MAX_NAMED),
    addresses.size > 0 && summary.foreign(addresses.size),
    come && summary.faults(come),
    gone && summary.mended(gone),
    ...weights.flatMap(sentenceOfWeight),
    files.length > 0 && summary.files(nameFiles(files)),
  ].filter((sentence) => typeof sentence === 'string');
}

/** Kinds of shared differences that readers notice and that the summary mentions. */
const NOTICEABLE: ReadonlySet<Kind> = new Set(['words', 'metadata', 'pictures', 'style', 'scripts']);
const MAX_QUOTED = 80;

function sentenceOfShared({ pages, differences }: SharedChange): string[] {
  const noticeable = differences.filter(({ kind }) => NOTICEABLE.has(kind));
  const [words, ...others] = noticeable.filter(({ kind }) => kind === 'words');
  const { before, after } = words ?? {};
  const isShort = before && after && Math.max(before.length, after.length) <= MAX_QUOTED;
  if (isShort && others.length === 0) return [text.summary.rewritten(pages.length, before, after)];
  const kinds = kindNames(noticeable);
  return kinds.length > 0 ? [text.summary.shared(pages.length, kinds)] : [];
}

/** The French names of the kinds of some differences, each once. */
export function kindNames(differences: readonly Difference[]): string[] {
  return [...new Set(differences.map(({ kind }) => text.kinds[kind].toLowerCase()))];
}

/** Quotes the titles of pages, articles first: lists are added and removed together with articles. */
function named(pages: readonly PageChange[]): string[] {
  const isList = ({ template }: PageChange) => Number(template !== 'article');
  const titles = [...pages]
    .sort((a, b) => isList(a) - isList(b))
    .slice(0, MAX_NAMED)
    .map(({ title, address }) => `« ${title.replace(SITE_NAME, '') || address} »`);
  return pages.length > MAX_NAMED ? [...titles, text.others(pages.length - MAX_NAMED)] : titles;
}

function sentenceOfWeight({ template, before, after }: WeightMove): string[] {
  // Inline scripts are already counted in the HTML, and requests are not bytes.
  const bytes = PARTS.filter((part) => part !== 'requests' && part !== 'inlineJs');
  const move = bytes.reduce((sum, part) => sum + after[part] - before[part], 0);
  if (Math.abs(move) < MIN_MOVE) return [];
  const name = template.charAt(0).toUpperCase() + template.slice(1);
  return [text.summary.weight(name, move)];
}

function nameFiles(files: readonly FileChange[]): string[] {
  const kinds: readonly (readonly [test: RegExp, name: string])[] = [
    [/(?:^|\/)flux[\w-]*\.(?:xml|json)$/u, text.files.feeds],
    [/^sitemap.*\.xml$/u, text.files.sitemaps],
    [new RegExp(`^${SEARCH_INDEX}$`, 'u'), text.files.search],
    [/^_redirects$/u, text.files.redirects],
    [/^robots\.txt$/u, text.files.robots],
  ];
  const names = kinds.filter(([test]) => files.some(({ file }) => test.test(file))).map(([, name]) => name);
  const others = files.filter(({ file }) => !kinds.some(([test]) => test.test(file))).length;
  return others > 0 ? [...names, text.files.others(others)] : names;
}
