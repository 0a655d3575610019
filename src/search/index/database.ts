import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { temporaryPath } from '#storage/atomic-write.ts';
import { stemOf } from '#search/question/stem.ts';
import { countWords, type WordCounts, wordListFiles } from '#search/question/word-list.ts';
import { FIELD_WEIGHTS, namesOf, searchedText, type SearchRecord } from '#search/search-record.ts';
import { foldText } from '#search/search-text.ts';
import { wordsOf } from '#search/words.ts';
import { pagefindRecord } from './pagefind-record.ts';

/** Searched fields, in the order of the columns. */
export const FIELDS = Object.keys(FIELD_WEIGHTS) as (keyof typeof FIELD_WEIGHTS)[];

/**
 * The full-text table indexes the stems of each field, to find words and phrases in any inflection, and the words of
 * all fields with their accents, to find exact phrases. It stores no text: the table `record` does.
 */
const SCHEMA = `
  CREATE TABLE build (name TEXT NOT NULL) STRICT;
  CREATE TABLE record (id INTEGER PRIMARY KEY, kind TEXT, day TEXT, url TEXT, meta TEXT, content TEXT) STRICT;
  CREATE TABLE filter (name TEXT, value TEXT, record INTEGER, PRIMARY KEY (name, value, record)) STRICT, WITHOUT ROWID;
  CREATE TABLE word_list (file TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE question USING fts5(
    ${FIELDS.join(', ')}, exact, content='',
    tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
  );
`;

/** Separates the fields in the column of exact words, so that no phrase matches across two fields. */
const BREAK = ' \u2016 ';

/**
 * Path of the database from which the service answers searches. It is outside the built site, so that nobody can
 * download it.
 *
 * @param site the folder of the built site, `dist`
 */
export function databaseFile(root: string, site: string): string {
  return join(root, '.cache', 'search', `${basename(site)}.sqlite`);
}

/** Returns the name of the index that a database was made from; `null` when there is no database. */
export function nameOfDatabase(file: string): string | null {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      return String(database.prepare('SELECT name FROM build').get()?.['name']);
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

/**
 * Writes a database and replaces the previous one atomically. Services that have opened the previous one can still read
 * it.
 *
 * @param name of the index: a digest of all sources of the records
 */
export function writeDatabase(file: string, name: string, records: Iterable<SearchRecord>): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = temporaryPath(file);
  try {
    const database = new DatabaseSync(temporary);
    try {
      // Nothing reads the file before it is complete, so it needs no journal.
      database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; ${SCHEMA} BEGIN;`);
      database.prepare('INSERT INTO build VALUES (?)').run(name);
      insertRecords(database, records);
      database.exec(`COMMIT; INSERT INTO question (question) VALUES ('optimize');`);
    } finally {
      database.close();
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function insertRecords(database: DatabaseSync, records: Iterable<SearchRecord>): void {
  const marks = (count: number) => Array.from({ length: count }, () => '?').join(', ');
  const insertRecord = database.prepare(`INSERT INTO record VALUES (${marks(6)})`);
  const insertFilter = database.prepare(`INSERT OR IGNORE INTO filter VALUES (${marks(3)})`);
  const insertWords = database.prepare(
    `INSERT INTO question (rowid, ${FIELDS.join(', ')}, exact) VALUES (${marks(FIELDS.length + 2)})`,
  );
  const counts: WordCounts = new Map();
  let id = 0;
  for (const record of records) {
    id += 1;
    const { url, content, meta = {}, filters = {} } = pagefindRecord(record);
    countWords(counts, foldText(namesOf(record)), foldText(searchedText(record)));
    const words = FIELDS.map((field) => wordsOf(field === 'text' ? content : (meta[field] ?? '')));
    insertRecord.run(id, record.kind, record.date?.day ?? '', url, JSON.stringify(meta), content);
    for (const [name, values] of Object.entries(filters))
      for (const value of values) insertFilter.run(name, value, id);
    insertWords.run(
      id,
      ...words.map((list) => list.map(stemOf).join(' ')),
      words.map((list) => list.join(' ')).join(BREAK),
    );
  }
  const insertList = database.prepare(`INSERT INTO word_list VALUES (${marks(2)})`);
  for (const [file, text] of wordListFiles(counts)) insertList.run(file, text);
}
