import type { Kind, Records } from './records.ts';

/** What stands where a record should be, and cannot be read as one. */
export class DamagedRecord extends Error {
  /** Its name in the data folder. */
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super('A record cannot be read', { cause });
    this.file = file;
  }
}

/** Where what readers sent is kept. Small enough that a database can stand here. */
export interface CommentStorage {
  /**
   * Keeps a new record for good before it answers.
   *
   * @returns false when a record of that kind has this id already
   * @throws when it could not be kept; nothing of it remains
   */
  add<K extends Kind>(kind: K, record: Records[K]): Promise<boolean>;
  /**
   * @returns `null` when there is none
   * @throws DamagedRecord when it cannot be read
   */
  get<K extends Kind>(kind: K, id: string): Promise<Records[K] | null>;
  /** All records of a kind, the oldest first, and the names of those that cannot be read. */
  list<K extends Kind>(kind: K): Promise<{ records: Records[K][]; damaged: string[] }>;
  /** The ids of a kind, of damaged records too, without reading them. */
  ids(kind: Kind): Promise<string[]>;
  /** Removes a record for good; one that is not there is none to remove. */
  remove(kind: Kind, id: string): Promise<void>;
  /** Removes what `list` named as damaged. @returns false when it is not, or no more */
  discard(file: string): Promise<boolean>;
  /** Removes what a process that was killed left half-written, and closes the folders to others. */
  tidy(): Promise<void>;
  /** @throws when nothing can be written */
  check(): Promise<void>;
}
