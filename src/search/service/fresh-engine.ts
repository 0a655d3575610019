import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { databaseFile } from '#search/index/database.ts';
import type { RecordEngine } from '#search/record-engine.ts';
import { createCorrection } from '#search/question/correction.ts';
import { databaseEngine } from './database-engine.ts';

/**
 * Time limit of a question, in milliseconds. The longest question takes half of this in a magazine of 10,000 articles.
 */
const LONGEST_QUESTION = 1_000;

/** The folders that the service reads. */
export interface SearchFolders {
  /** The folder of the project. */
  root: string;
  /** The folder of the built site. */
  siteFolder: string;
  /** The base path of the magazine, with its last slash. */
  base: string;
}

/**
 * Returns a function to call at the start of each question. It opens the database of the site, and reopens it when a
 * build has replaced it. The engine that it returns throws an error to stop a slow question.
 *
 * @returns a function that returns `null` while there is no database
 */
export function freshEngine({ root, siteFolder, base }: SearchFolders): () => RecordEngine | null {
  const file = databaseFile(root, siteFolder);
  let current: { database: DatabaseSync; engine: RecordEngine; stamp: string } | null = null;
  let end = 0;

  function open(stamp: string) {
    const database = new DatabaseSync(file, { readOnly: true });
    const words = database.prepare('SELECT text FROM word_list WHERE file = ?');
    const engine = databaseEngine(database, {
      base,
      correct: createCorrection((name) => Promise.resolve(String(words.get(name)?.['text'] ?? ''))),
      isLate: () => performance.now() > end,
    });
    current?.database.close();
    return { database, engine, stamp };
  }

  return () => {
    try {
      const { ino, mtimeMs } = statSync(file);
      const stamp = `${ino} ${mtimeMs}`;
      if (current?.stamp !== stamp) current = open(stamp);
    } catch {
      // The file is missing or damaged: the previous database remains in use.
    }
    end = performance.now() + LONGEST_QUESTION;
    return current?.engine ?? null;
  };
}
