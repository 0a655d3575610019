import type { Kind, Records } from './records.ts';

/** Thrown when a file that should hold a record cannot be read as one. */
export class DamagedRecord extends Error {
  /** Its path in the data folder. */
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super('A record cannot be read', { cause });
    this.file = file;
  }
}

/** Stores submissions and reports. A database can implement it too. */
export interface CommentStorage {
  /**
   * Stores a new record durably.
   *
   * @returns false when a record of that kind already has this id
   * @throws when it could not be stored; nothing of it remains
   */
  add<K extends Kind>(kind: K, record: Records[K]): Promise<boolean>;
  /**
   * @returns `null` when there is none
   * @throws DamagedRecord when it cannot be read
   */
  get<K extends Kind>(kind: K, id: string): Promise<Records[K] | null>;
  /** All records of a kind, the oldest first, and the paths of those that cannot be read. */
  list<K extends Kind>(kind: K): Promise<{ records: Records[K][]; damaged: string[] }>;
  /** The ids of a kind, damaged records included. Reads none of them. */
  ids(kind: Kind): Promise<string[]>;
  /** Removes a record durably, if it exists. */
  remove(kind: Kind, id: string): Promise<void>;
  /** Removes a file that `list` returns as damaged. @returns false when it is not damaged, or already removed */
  discard(file: string): Promise<boolean>;
  /** Removes what killed processes left half-written, and makes the folders private. */
  tidy(): Promise<void>;
  /** @throws when the storage cannot be written */
  check(): Promise<void>;
}
