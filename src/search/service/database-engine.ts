import type { DatabaseSync } from 'node:sqlite';
import { FIELDS } from '#search/index/database.ts';
import { type LoadedRecord, NAMING_FIELDS, rankedTexts, type RecordEngine } from '#search/record-engine.ts';
import type { Match, Matches, SearchEngine } from '#search/question/engine.ts';
import type { Term } from '#search/question/question.ts';
import { keepRecentMatches } from '#search/question/recent-matches.ts';
import { stemOf, withoutAccents } from '#search/question/stem.ts';
import { FIELD_WEIGHTS } from '#search/search-record.ts';
import type { SearchRequest } from '#search/search-request.ts';
import { wordsOf } from '#search/words.ts';

/** Shorter words are not searched as the beginning of other words, because they would match too many. */
const SHORTEST_PREFIX = 3;
/** Weight of the column of exact words: low, so that it orders only the records that match in no other column. */
const EXACT_WEIGHT = 0.01;
const rankBy = (weights: readonly number[]) => `bm25(question, ${weights.join(', ')})`;
const RANK = rankBy([...FIELDS.map((field) => FIELD_WEIGHTS[field]), EXACT_WEIGHT]);
const NAMING_RANK = rankBy([...FIELDS.map((field) => (NAMING_FIELDS.has(field) ? 1 : 0)), 0]);

/**
 * Creates the engine that answers questions from a database. It throws an error when `isLate` returns true, to stop a
 * slow question.
 *
 * @param base the base path of the site, with its last slash
 * @param correct proposes corrections of terms that the index does not contain
 */
export function databaseEngine(
  database: DatabaseSync,
  { base, correct, isLate }: { base: string; correct: SearchEngine['correct']; isLate: () => boolean },
): RecordEngine {
  database.function('in_time', () => {
    if (isLate()) throw new Error('The question takes too long');
    return 1;
  });
  const matching = database.prepare(
    `SELECT rowid, ${RANK}, ${NAMING_RANK} FROM question WHERE question MATCH ? AND in_time()`,
  );
  matching.setReturnArrays(true);
  const select = (condition: string) => {
    const statement = database.prepare(`SELECT id FROM record ${condition}`);
    return (...values: string[]) => statement.all(...values).map(({ id }) => String(id));
  };
  const all = select('')();
  const lists = new Set(select("WHERE kind <> 'article'")());
  const ofFilter = select('JOIN filter ON record = id WHERE name = ? AND value = ?');
  const byDay = select("WHERE kind = 'article' ORDER BY day, id");
  const record = database.prepare('SELECT url, meta, content FROM record WHERE id = ?');

  function match(condition: string): Matches {
    const rows = matching.all(condition) as unknown as [id: number, rank: number, naming: number][];
    const rarity = rarityOf(rows.length, all.length);
    return new Map(
      rows.map(([id, rank, naming]): [string, Match] => [
        String(id),
        { score: -rank / rarity, isNamed: naming < 0 },
      ]),
    );
  }

  function load(id: string): LoadedRecord {
    const { url, meta, content } = record.get(id) as { url: string; meta: string; content: string };
    return {
      url: base + url.slice(1),
      raw_url: url,
      raw_content: content,
      meta: JSON.parse(meta) as LoadedRecord['meta'],
    };
  }

  function find({ text, isPhrase }: Term, exactAccents: boolean): Matches {
    const words = wordsOf(text);
    if (words.length === 0) return new Map();
    const stems = `{${FIELDS.join(' ')}} :`;
    const exact = exactAccents ? ` AND exact : ${phraseOf(words)}` : '';
    const found = match(`${stems} ${phraseOf(words.map(stemOf))}${exact}`);
    if (found.size > 0 || isPhrase || text.length < SHORTEST_PREFIX) return found;
    return match(`${stems} ${phraseOf(words.map(withoutAccents))} * OR exact : ${phraseOf(words)} *`);
  }

  function narrow(ids: readonly string[], { section, tag, year, order }: SearchRequest): string[] {
    const filters = Object.entries({ genre: 'article', rubrique: section, etiquette: tag, annee: year });
    const sets = filters.flatMap(([name, value]) => (value ? [new Set(ofFilter(name, value))] : []));
    const within = ids.filter((id) => sets.every((set) => set.has(id)));
    if (order === 'pertinence') return within;
    const wanted = new Set(within);
    const days = byDay().filter((id) => wanted.has(id));
    return order === 'anciens' ? days : days.reverse();
  }

  return {
    size: all.length,
    ids: all,
    isList: (id) => lists.has(id),
    correct,
    find: keepRecentMatches((term, exactAccents) => Promise.resolve().then(() => find(term, exactAccents))),
    narrow: (ids, request) => Promise.resolve(narrow(ids, request)),
    load: (id) => Promise.resolve(load(id)),
    read: (id) => Promise.resolve(rankedTexts(load(id))),
  };
}

/** Quotes words as an FTS5 string. They need no escaping, because they contain only letters and digits. */
function phraseOf(words: readonly string[]): string {
  return `"${words.join(' ')}"`;
}

/**
 * The inverse document frequency, by which FTS5 multiplies its ranks. Scores are divided by it, because `ranking.ts`
 * already weighs terms by rarity.
 */
function rarityOf(found: number, size: number): number {
  return Math.max(Math.log((size - found + 0.5) / (found + 0.5)), 1e-6);
}
