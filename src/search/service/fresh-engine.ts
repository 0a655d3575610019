import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { databaseFile } from '#search/index/database.ts';
import type { RecordEngine } from '#search/record-engine.ts';
import { createCorrection } from '#search/question/correction.ts';
import { databaseEngine } from './database-engine.ts';

/** In milliseconds: a question of the longest takes half of it in a magazine of 10,000 articles. */
const LONGEST_QUESTION = 1_000;

/** Where the service finds what it answers from. */
export interface SearchFolders {
  /** The folder of the project. */
  root: string;
  /** The folder of the built site. */
  siteFolder: string;
  /** The base path of the magazine, with its last slash. */
  base: string;
}

/**
 * Returns a function to call at the start of each question. It opens the database of the site, and opens it again when
 * a build has replaced it; the engine that it returns stops a question that takes too long, by an error.
 *
 * @returns `null` until there is a database
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
      // The file is missing or damaged: the last one answers.
    }
    end = performance.now() + LONGEST_QUESTION;
    return current?.engine ?? null;
  };
}
