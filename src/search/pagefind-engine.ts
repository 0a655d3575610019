import type { Pagefind, PagefindResult } from './pagefind.ts';
import type { Match, Matches, SearchEngine } from './question/engine.ts';
import { askedWords, phraseTest } from './question/phrase.ts';
import { holdsTerm, type Term } from './question/question.ts';
import { keepRecentMatches } from './question/recent-matches.ts';
import { NAMING_FIELDS, rankedTexts, type RecordEngine, searchedTexts } from './record-engine.ts';
import { FIELD_WEIGHTS } from './search-record.ts';
import { memoize } from '#lib/memoize.ts';

/** The kinds of records that are not articles. */
const LISTS = { genre: { any: ['auteur', 'etiquette', 'rubrique', 'page'] } };
const SORTS = { pertinence: {}, recents: { date: 'desc' }, anciens: { date: 'asc' } } as const;

/** Ranking options. The length of a record counts for little, because the records of tags are very short. */
const RANKING = { metaWeights: FIELD_WEIGHTS, pageLength: 0.3 };
/** Number of results that are loaded to check that a word was really found. */
const VERIFIED = 3;
/** Number of records, the best ones, whose texts are loaded to prove that they contain a phrase. */
const MAX_PROVED = 20;
/** Number of phrases whose candidates are cached. */
const MAX_PHRASES = 4;
const NONE: Matches = new Map();

/**
 * Adapts Pagefind to the `SearchEngine` interface, which `answerQuestion` uses.
 *
 * @param correct proposes corrections of terms that the index does not contain
 */
export async function pagefindEngine(
  pagefind: Pagefind,
  correct: SearchEngine['correct'],
): Promise<RecordEngine> {
  await pagefind.options({ ranking: RANKING });
  const all = await pagefind.search(null, {});
  const lists = new Set((await pagefind.search(null, { filters: LISTS })).results.map(({ id }) => id));
  const known = new Map(all.results.map((result) => [result.id, result]));

  const search = async (query: string) => (await pagefind.search(query, {})).results.filter(isVisible);
  /** A phrase is looked up twice: with its accents, then without. */
  const searchPhrase = memoize(search, MAX_PHRASES);
  const load = async (id: string) => {
    const result = known.get(id);
    if (!result) throw new Error(`no record ${id}`);
    return result.data();
  };

  async function find(term: Term, exactAccents: boolean): Promise<Matches> {
    if (term.isPhrase) return findPhrase(term.text, exactAccents);
    const results = await search(term.text);
    return (await isFound(term, results)) ? matchesOf(results) : NONE;
  }

  /**
   * Looks up a phrase by its longest words, because Pagefind loads all positions of each word. The texts of the best
   * records prove it. Others are believed to contain it when most of these do.
   */
  async function findPhrase(text: string, exactAccents: boolean): Promise<Matches> {
    const { words, areTogether, areAll } = askedWords(text);
    const results = await searchPhrase(areTogether ? `"${words.join(' ')}"` : words.join(' '));
    if (areAll && !exactAccents) return matchesOf(results);
    const holds = phraseTest(text, exactAccents);
    const best = results.slice(0, MAX_PROVED);
    const proofs = await Promise.all(best.map(async ({ id }) => holds(searchedTexts(await load(id)))));
    const proved = best.filter((_, rank) => proofs[rank]);
    const others = proved.length * 2 > best.length ? results.slice(MAX_PROVED) : [];
    return matchesOf([...proved, ...others]);
  }

  return {
    size: all.results.length,
    ids: [...known.keys()],
    isList: (id) => lists.has(id),
    correct,
    find: keepRecentMatches(find),
    async narrow(ids, { section, tag, year, order }) {
      const filters = {
        genre: 'article',
        ...(section && { rubrique: section }),
        ...(tag && { etiquette: tag }),
        ...(year && { annee: year }),
      };
      const { results } = await pagefind.search(null, { filters, sort: SORTS[order] });
      const within = results.map(({ id }) => id);
      const wanted = order === 'pertinence' ? new Set(within) : new Set(ids);
      return (order === 'pertinence' ? ids : within).filter((id) => wanted.has(id));
    },
    load,
    read: async (id) => rankedTexts(await load(id)),
  };
}

/**
 * Whether a result matches in its text or in a searched field: Pagefind also searches metadata that is only displayed.
 */
function isVisible({ words, matchedMetaFields }: PagefindResult): boolean {
  return words.length > 0 || (matchedMetaFields?.some((name) => name in FIELD_WEIGHTS) ?? false);
}

function matchesOf(results: readonly PagefindResult[]): Matches {
  return new Map(
    results.map(({ id, score, matchedMetaFields }): [string, Match] => [
      id,
      { score, isNamed: matchedMetaFields?.some((name) => NAMING_FIELDS.has(name)) ?? false },
    ]),
  );
}

/**
 * Whether one of the best results really contains the term. For an unknown word, Pagefind returns words that only begin
 * alike (« co » for « coeur »).
 */
async function isFound(term: Term, results: readonly PagefindResult[]): Promise<boolean> {
  for (const result of results.slice(0, VERIFIED)) {
    const { raw_content, meta } = await result.data();
    const named = Object.entries(meta).flatMap(([name, text]) => (name in FIELD_WEIGHTS ? String(text) : []));
    const words = raw_content.split(/\s+/u);
    const found = result.words.map((place) => words[place] ?? '');
    if (holdsTerm(term, [...found, ...named].join(' '))) return true;
  }
  return false;
}
