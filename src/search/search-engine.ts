import { type ExcerptPart, makeExcerpt } from './excerpt.ts';
import { openPagefind } from './pagefind.ts';
import { pagefindEngine } from './pagefind-engine.ts';
import type { SearchEngine } from './question/engine.ts';
import { type Answer, answerQuestion } from './question/ladder.ts';
import { parseQuestion, meaningfulTerms, type Term } from './question/question.ts';
import type { RecordEngine, ResultMeta } from './record-engine.ts';
import type { RecordKind } from './search-record.ts';
import { isNarrowed, type SearchRequest } from './search-request.ts';
import { unfoldText } from './search-text.ts';
import { segmentText, type TextSegment } from '#lib/typography/segments.ts';

export interface FoundArticle extends Omit<ResultMeta, 'title' | 'image'> {
  href: string;
  image: string;
  title: TextSegment[];
  excerpt: ExcerptPart[];
}

/** An author, a tag, a section or a page that answers a question. */
export interface FoundList {
  kind: RecordKind;
  href: string;
  title: string;
}

/** The results of a request, and how they were found. */
export interface Found extends Pick<Answer, 'isLoose' | 'isPartial' | 'corrected'> {
  /** Number of articles. */
  total: number;
  /** The number of articles without the filters, counted only when no article matches them; otherwise 0. */
  unfiltered: number;
  /** The few best authors, tags, sections and pages; none with filters. */
  lists: FoundList[];
  /** Loads the articles from rank `from` up to, but not including, rank `to`. */
  read(from: number, to: number): Promise<FoundArticle[]>;
}

const MAX_LISTS = 6;
/** In the order in which they are shown. */
const LIST_KINDS: readonly RecordKind[] = ['rubrique', 'auteur', 'page', 'etiquette'];

/**
 * Creates the search function. It loads Pagefind at the first request, and rejects when the index cannot be loaded; the
 * next request then tries again.
 *
 * @param script address of Pagefind's script
 */
export function createSearch(script: string): (request: SearchRequest) => Promise<Found> {
  let engine: Promise<RecordEngine> | null = null;
  let failures = 0;
  return async (request) => {
    try {
      // Each attempt uses a new address, because browsers cache the failure to load a module.
      engine ??= open(failures > 0 ? `${script}?essai=${failures}` : script);
      return await findIn(await engine, request);
    } catch (error) {
      engine = null;
      failures += 1;
      throw error;
    }
  };
}

async function open(script: string): Promise<RecordEngine> {
  const folder = new URL('.', new URL(script, location.href));
  let correct: Promise<SearchEngine['correct']> | undefined;
  return pagefindEngine(await openPagefind(script), async (terms, isUnknown) => {
    // Loaded on demand, because most questions need no correction.
    correct ??= import('./question/correction.ts').then(({ createCorrection }) =>
      createCorrection((file) => readText(new URL(file, folder))),
    );
    return (await correct)(terms, isUnknown);
  });
}

async function readText(url: URL): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url.href}`);
  return response.text();
}

/**
 * Answers a request by its question, its filters and its order. Without a question, it returns all articles that match.
 */
export async function findIn(engine: RecordEngine, request: SearchRequest): Promise<Found> {
  const answer = request.query ? await answerQuestion(request.query, engine, request.isVerbatim) : null;
  const records = answer?.records ?? engine.ids.map((id) => ({ id, isNamed: false }));
  const all = records.flatMap(({ id }) => (engine.isList(id) ? [] : id));
  const isWhole = !isNarrowed(request) && request.order === 'pertinence';
  const articles = isWhole ? all : await engine.narrow(all, request);
  // Beside articles, an author or a tag is shown only when its name contains all terms, not when its text merely does.
  const lists = isNarrowed(request)
    ? []
    : records.filter(({ id, isNamed }) => engine.isList(id) && (isNamed || all.length === 0));
  const terms = meaningfulTerms(parseQuestion(answer?.corrected ?? request.query));
  const { isLoose = false, isPartial = false, corrected = null } = answer ?? {};
  return {
    isLoose,
    isPartial,
    corrected,
    total: articles.length,
    unfiltered: articles.length === 0 ? all.length : 0,
    lists: await readLists(engine, lists.slice(0, MAX_LISTS)),
    read: (from, to) => Promise.all(articles.slice(from, to).map((id) => readArticle(engine, id, terms))),
  };
}

/** Loads the best lists: sections first, tags last. */
async function readLists(engine: RecordEngine, records: readonly { id: string }[]): Promise<FoundList[]> {
  const loaded = await Promise.all(records.map(({ id }) => engine.load(id)));
  return loaded
    .map(({ url, meta }) => ({ kind: meta.kind, href: url, title: unfoldText(meta.title) }))
    .sort((one, other) => LIST_KINDS.indexOf(one.kind) - LIST_KINDS.indexOf(other.kind));
}

async function readArticle(engine: RecordEngine, id: string, terms: readonly Term[]): Promise<FoundArticle> {
  const { url, raw_content, meta } = await engine.load(id);
  return {
    ...meta,
    title: segmentText(unfoldText(meta.title)),
    href: url,
    // The index does not contain the base path: articles are two folders below it.
    image: new URL(`../../${meta.image}`, new URL(url, 'https://x')).pathname,
    excerpt: makeExcerpt(raw_content, terms),
  };
}
