import { BLANK, isNarrowed, type SearchRequest } from './search-request.ts';
import { type ExcerptPart, foldQuery, holdsWordOf, readExcerpt, unfoldText } from './search-text.ts';
import { segmentText, type TextSegment } from '#lib/typography/segments.ts';

/** What the index keeps of an article besides its words: see src/integrations/search-index.ts. */
export interface ArticleMeta {
  title: string;
  section: string;
  accent: string;
  /** « 21 juin 2024 » */
  date: string;
  /** `2024-06-21` */
  day: string;
  image: string;
  /** Names of its tags. */
  words: string;
  /** Headings of its text. */
  headings: string;
}

export interface FoundArticle extends Omit<ArticleMeta, 'title'> {
  href: string;
  title: TextSegment[];
  excerpt: ExcerptPart[];
}

export interface Found {
  total: number;
  /** When none is in this section, tag or year: how many are in all. */
  unfiltered: number;
  /** Whether no article holds the words in quotation marks as they stand: these hold them anywhere. */
  isLoose: boolean;
  /** Reads some of the articles found, from a rank to another that is excluded. */
  read(from: number, to: number): Promise<FoundArticle[]>;
}

/** The part of Pagefind's own script that is used here. */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(query: string | null, options: Record<string, unknown>): Promise<PagefindAnswer>;
}

interface PagefindAnswer {
  results: PagefindResult[];
}

interface PagefindResult {
  words: number[];
  matchedMetaFields: string[] | null;
  data(): Promise<{ url: string; excerpt: string; meta: ArticleMeta }>;
}

/** What TypeScript does not know of Trusted Types yet. */
interface TrustedTypes {
  defaultPolicy: unknown;
  createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown;
}

const EXCERPT_WORDS = 32;
/** What readers look for of all that is kept, and what it weighs beside a word of the text. */
const META_WEIGHTS: Readonly<Record<string, number>> = {
  title: 8,
  words: 4,
  headings: 3,
  section: 2,
  date: 1,
};
const SORTS = { pertinence: {}, recents: { date: 'desc' }, anciens: { date: 'asc' } } as const;

/**
 * What answers requests, of which nothing is loaded before the first. Rejects when the index cannot be
 * reached; the next request then tries again.
 *
 * @param script address of Pagefind's script
 */
export function searchLater(script: string): (request: SearchRequest) => Promise<Found> {
  let pagefind: Promise<Pagefind> | null = null;
  let failures = 0;
  return async (request) => {
    try {
      // Under another name each time: browsers remember a script that failed.
      pagefind ??= open(failures > 0 ? `${script}?essai=${failures}` : script);
      return await find(await pagefind, request);
    } catch (error) {
      pagefind = null;
      failures += 1;
      throw error;
    }
  };
}

/** Pagefind names its worker by a plain address, which Trusted Types let through by this policy alone. */
function allowWorker(script: string): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  const worker = script.replace(/[^/]+$/u, 'pagefind-worker.js');
  trustedTypes.createPolicy('default', {
    createScriptURL: (address) => (new URL(address, location.href).pathname === worker ? address : null),
  });
}

async function open(script: string): Promise<Pagefind> {
  allowWorker(script);
  const pagefind = (await import(/* @vite-ignore */ script)) as Pagefind;
  await pagefind.options({ excerptLength: EXCERPT_WORDS, ranking: { metaWeights: META_WEIGHTS } });
  return pagefind;
}

/**
 * Words in quotation marks are looked for with their accents first: folded, Pagefind 1.5.2 misses the phrases whose
 * words exist with and without one (« la », « là »). Then as they would be without accents, then each anywhere.
 */
async function find(pagefind: Pagefind, request: SearchRequest): Promise<Found> {
  const query = foldQuery(request.query);
  const isQuoted = /"[^"]+"/u.test(query);
  await pagefind.options({ exactDiacritics: isQuoted });
  const found = await findAs(pagefind, request, query);
  if (!isQuoted || found.total + found.unfiltered > 0) return found;
  await pagefind.options({ exactDiacritics: false });
  const folded = await findAs(pagefind, request, query);
  if (folded.total + folded.unfiltered > 0) return folded;
  const loose = await findAs(pagefind, request, foldQuery(query.replaceAll('"', ' ')));
  return { ...loose, isLoose: loose.total > 0 };
}

async function findAs(pagefind: Pagefind, request: SearchRequest, folded: string): Promise<Found> {
  const { section, tag, year, order } = request;
  const filters = {
    ...(section && { rubrique: section }),
    ...(tag && { etiquette: tag }),
    ...(year && { annee: year }),
  };
  const query = folded || null;
  const answer = await pagefind.search(query, { filters, sort: SORTS[order] });
  const results = query ? await keepSensible(query, answer.results) : answer.results;
  const narrowedToNone = query && isNarrowed(request) && answer.results.length === 0;
  return {
    total: results.length,
    unfiltered: narrowedToNone ? (await findAs(pagefind, BLANK, folded)).total : 0,
    isLoose: false,
    read: (from, to) => Promise.all(results.slice(from, to).map(readArticle)),
  };
}

/**
 * For a word that it does not know, Pagefind takes one that begins alike, however far (« co » for
 * « coeur »), and it also looks where no reader does: better to say that there is nothing.
 */
async function keepSensible(query: string, results: readonly PagefindResult[]): Promise<PagefindResult[]> {
  const seen = results.filter(
    ({ words, matchedMetaFields }) =>
      words.length > 0 || matchedMetaFields?.some((name) => name in META_WEIGHTS),
  );
  const first = await seen[0]?.data();
  if (!first) return [];
  const { title, words, headings, section, date } = first.meta;
  const marked = first.excerpt.match(/<mark>.*?<\/mark>/gu) ?? [];
  return holdsWordOf(query, [title, words, headings, section, date, ...marked].join(' ')) ? seen : [];
}

async function readArticle(result: PagefindResult): Promise<FoundArticle> {
  const { url, excerpt, meta } = await result.data();
  return {
    ...meta,
    title: segmentText(unfoldText(meta.title)),
    href: url,
    // The index knows no base path: articles are two folders below it.
    image: new URL(`../../${meta.image}`, new URL(url, location.href)).pathname,
    excerpt: readExcerpt(excerpt),
  };
}
