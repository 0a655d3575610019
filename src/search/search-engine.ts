import { BLANK, isNarrowed, type SearchRequest } from './search-request.ts';
import { type ExcerptPart, foldQuery, holdsWordOf, readExcerpt, unfoldText } from './search-text.ts';
import { FIELD_WEIGHTS, type RecordKind } from './search-record.ts';
import { segmentText, type TextSegment } from '#lib/typography/segments.ts';

/** The metadata that the index stores for a result: see src/search/index/pagefind-record.ts. Empty fields are left out. */
export interface ResultMeta {
  kind: RecordKind;
  title: string;
  otherNames: string;
  section: string;
  accent: string;
  /** « 21 juin 2024 » */
  date: string;
  /** `2024-06-21` */
  day: string;
  /** Path of its cover, below the base path. */
  image: string;
  /** The `object-position` of the cover, in percent, unless it is its middle. */
  crop: string;
  /** Names of its tags. */
  tags: string;
  /** Headings of its text. */
  headings: string;
  authors: string;
}

export interface FoundArticle extends Omit<ResultMeta, 'title'> {
  href: string;
  title: TextSegment[];
  excerpt: ExcerptPart[];
}

export interface Found {
  total: number;
  /** The number of results without the filters, when there are none with them. */
  unfiltered: number;
  /** Whether no article has the quoted phrase, so that the results have its words anywhere. */
  isLoose: boolean;
  /** Loads the results from rank `from` to rank `to`, excluded. */
  read(from: number, to: number): Promise<FoundArticle[]>;
}

/** The part of Pagefind's browser API that is used here. */
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
  data(): Promise<{ url: string; excerpt: string; meta: ResultMeta }>;
}

/** Trusted Types, which TypeScript's DOM types lack. */
interface TrustedTypes {
  defaultPolicy: unknown;
  createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown;
}

const EXCERPT_WORDS = 32;
/** Weights of the searched metadata. Other metadata is only shown. */
const META_WEIGHTS: Readonly<Record<string, number>> = FIELD_WEIGHTS;
const SORTS = { pertinence: {}, recents: { date: 'desc' }, anciens: { date: 'asc' } } as const;

/**
 * Creates the search function. It loads Pagefind at the first request, and rejects when the index cannot be loaded; the
 * next request then tries again.
 *
 * @param script address of Pagefind's script
 */
export function createSearch(script: string): (request: SearchRequest) => Promise<Found> {
  let pagefind: Promise<Pagefind> | null = null;
  let failures = 0;
  return async (request) => {
    try {
      // A new address each time: browsers cache the failure of a module.
      pagefind ??= open(failures > 0 ? `${script}?essai=${failures}` : script);
      return await find(await pagefind, request);
    } catch (error) {
      pagefind = null;
      failures += 1;
      throw error;
    }
  };
}

/** Pagefind starts its worker from a plain string, which Trusted Types refuse unless a default policy accepts it. */
function allowWorker(script: string): void {
  const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes };
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
 * Searches a quoted phrase with its accents first, then without accents, then each word anywhere. Without accents,
 * Pagefind misses phrases whose words exist with and without an accent (« la », « là »).
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
    genre: 'article',
    ...(section && { rubrique: section }),
    ...(tag && { etiquette: tag }),
    ...(year && { annee: year }),
  };
  const query = folded || null;
  const answer = await pagefind.search(query, { filters, sort: SORTS[order] });
  const results = query ? await filterRelevant(query, answer.results) : answer.results;
  const narrowedToNone = query && isNarrowed(request) && answer.results.length === 0;
  return {
    total: results.length,
    unfiltered: narrowedToNone ? (await findAs(pagefind, BLANK, folded)).total : 0,
    isLoose: false,
    read: (from, to) => Promise.all(results.slice(from, to).map(readArticle)),
  };
}

/**
 * Drops irrelevant results. For an unknown word, Pagefind returns any word that begins alike (« co » for « coeur »),
 * and it also searches metadata that readers do not see. An empty list is better than such results.
 */
async function filterRelevant(query: string, results: readonly PagefindResult[]): Promise<PagefindResult[]> {
  const visible = results.filter(
    ({ words, matchedMetaFields }) =>
      words.length > 0 || matchedMetaFields?.some((name) => name in META_WEIGHTS),
  );
  const first = await visible[0]?.data();
  if (!first) return [];
  const named = Object.entries(first.meta).flatMap(([name, text]) =>
    name in META_WEIGHTS ? String(text) : [],
  );
  const marked = first.excerpt.match(/<mark>.*?<\/mark>/gu) ?? [];
  return holdsWordOf(query, [...named, ...marked].join(' ')) ? visible : [];
}

async function readArticle(result: PagefindResult): Promise<FoundArticle> {
  const { url, excerpt, meta } = await result.data();
  return {
    ...meta,
    title: segmentText(unfoldText(meta.title)),
    href: url,
    // The index does not contain the base path: articles are two folders below it.
    image: new URL(`../../${meta.image}`, new URL(url, location.href)).pathname,
    excerpt: readExcerpt(excerpt),
  };
}
