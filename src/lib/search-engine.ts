import { isNarrowed, type SearchRequest } from './search-request.ts';
import { type ExcerptPart, foldQuery, readExcerpt, unfoldText } from './search-text.ts';
import { segmentText, type TextSegment } from './typography.ts';

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
}

export interface FoundArticle extends Omit<ArticleMeta, 'title'> {
  href: string;
  title: TextSegment[];
  excerpt: ExcerptPart[];
}

export interface Found {
  total: number;
  /** How many there would be in all sections, tags and years. */
  unfiltered: number;
  /** Reads some of the articles found, from a rank to another that is excluded. */
  read(from: number, to: number): Promise<FoundArticle[]>;
}

/** The part of Pagefind's own script that is used here. */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(query: string | null, options: Record<string, unknown>): Promise<PagefindAnswer>;
}

interface PagefindAnswer {
  results: { data(): Promise<{ url: string; excerpt: string; meta: Record<string, string> }> }[];
  unfilteredResultCount: number;
}

const EXCERPT_WORDS = 32;
/** Words of the title weigh most, then tags; nobody looks for the address of a picture. */
const META_WEIGHTS = { title: 5, words: 2, section: 1, date: 1, day: 0, accent: 0, image: 0 };
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

async function open(script: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ script)) as Pagefind;
  await pagefind.options({ excerptLength: EXCERPT_WORDS, ranking: { metaWeights: META_WEIGHTS } });
  return pagefind;
}

async function find(pagefind: Pagefind, request: SearchRequest): Promise<Found> {
  const { section, tag, year, order } = request;
  const filters = {
    ...(section && { rubrique: section }),
    ...(tag && { etiquette: tag }),
    ...(year && { annee: year }),
  };
  const query = foldQuery(request.query) || null;
  const { results, unfilteredResultCount } = await pagefind.search(query, { filters, sort: SORTS[order] });
  return {
    total: results.length,
    unfiltered: isNarrowed(request) && query ? unfilteredResultCount : results.length,
    read: (from, to) =>
      Promise.all(
        results.slice(from, to).map(async (result) => {
          const { url, excerpt, meta } = await result.data();
          const article = meta as unknown as ArticleMeta;
          return {
            ...article,
            title: segmentText(unfoldText(article.title)),
            href: url,
            excerpt: readExcerpt(excerpt),
          };
        }),
      ),
  };
}
