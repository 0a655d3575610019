import type { Pagefind, PagefindResult } from './pagefind.ts';
import type { Match, Matches, SearchEngine } from './question/engine.ts';
import { holdsTerm, type Term } from './question/question.ts';
import { keepRecentMatches } from './question/recent-matches.ts';
import { NAMING_FIELDS, rankedTexts, type RecordEngine } from './record-engine.ts';
import { FIELD_WEIGHTS } from './search-record.ts';

/** The kinds of records that are not articles. */
const LISTS = { genre: { any: ['auteur', 'etiquette', 'rubrique', 'page'] } };
const SORTS = { pertinence: {}, recents: { date: 'desc' }, anciens: { date: 'asc' } } as const;

/** Ranking options. The length of a record counts for little, because the records of tags are very short. */
const RANKING = { metaWeights: FIELD_WEIGHTS, pageLength: 0.3 };
/** Number of results that are loaded to check that a word was really found. */
const VERIFIED = 3;

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
  /** Pagefind's options are global, so searches run one after the other. */
  let last: Promise<unknown> = Promise.resolve();

  const search = (query: string, exactDiacritics: boolean) => {
    const turn = last.then(async () => {
      await pagefind.options({ exactDiacritics });
      return (await pagefind.search(query, {})).results;
    });
    last = turn.catch(() => null);
    return turn;
  };

  const look = async (term: Term, exactAccents: boolean): Promise<Matches> => {
    const results = await search(term.isPhrase ? `"${term.text}"` : term.text, exactAccents);
    const visible = results.filter(isVisible);
    return (await isFound(term, visible)) ? matchesOf(visible) : new Map();
  };
  const load = async (id: string) => {
    const result = known.get(id);
    if (!result) throw new Error(`no record ${id}`);
    return result.data();
  };

  return {
    size: all.results.length,
    ids: [...known.keys()],
    isList: (id) => lists.has(id),
    correct,
    find: keepRecentMatches(look),
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
  if (term.isPhrase) return results.length > 0;
  for (const result of results.slice(0, VERIFIED)) {
    const { raw_content, meta } = await result.data();
    const named = Object.entries(meta).flatMap(([name, text]) => (name in FIELD_WEIGHTS ? String(text) : []));
    const words = raw_content.split(/\s+/u);
    const found = result.words.map((place) => words[place] ?? '');
    if (holdsTerm(term, [...found, ...named].join(' '))) return true;
  }
  return false;
}
