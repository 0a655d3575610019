import type { Kysely } from 'kysely';

/** A database with these tables, in SQLite or PostgreSQL. */
export type Database = Kysely<Tables>;

/** Instants are ISO 8601 texts in UTC, which sort by time. Booleans are 0 or 1. */
export interface Tables {
  comments: CommentsTable;
  reports: ReportsTable;
  journal: JournalTable;
  blocks: BlocksTable;
  erasures: ErasuresTable;
  spent_tokens: SpentTokensTable;
  limits: LimitsTable;
  moderators: ModeratorsTable;
  sessions: SessionsTable;
  one_time_tokens: OneTimeTokensTable;
  passkeys: PasskeysTable;
  outbox: OutboxTable;
  followers: FollowersTable;
}

export type CommentState = 'pending' | 'approved' | 'rejected' | 'withdrawn' | 'erased';
export type ReportState = 'pending' | 'upheld' | 'dismissed';
/** When a moderator is notified of waiting comments: at once, each morning, or never. */
export type NoticeFrequency = 'each' | 'daily' | 'none';
/** An administrator also invites and withdraws moderators. */
export type Role = 'moderator' | 'administrator';

export interface CommentsTable {
  id: string;
  article: string;
  reply_to: string | null;
  name: string;
  /** Removed from a published comment once the decision can no longer be undone. */
  email: string | null;
  email_hash: string | null;
  /** Hash of the writer's network, for blocks. Removed with `email`. */
  network: string | null;
  site: string | null;
  text: string;
  /** The name and the text in lower case without accents, for searches. */
  search: string;
  staff: 0 | 1;
  written_at: string;
  state: CommentState;
  /** The state that an undo restores; `null` when there is nothing to undo. */
  previous_state: CommentState | null;
  decided_at: string | null;
  /** Id of a moderator, or an actor of the journal such as TERMINAL. */
  decided_by: string | null;
  reason: string | null;
}

export interface ReportsTable {
  id: string;
  article: string;
  comment: string;
  reason: string;
  text: string | null;
  name: string | null;
  email: string | null;
  email_hash: string | null;
  written_at: string;
  state: ReportState;
  decided_at: string | null;
  decided_by: string | null;
  /** The moderator's explanation, sent to the reader who reported. What was decided is `state`. */
  decision: string | null;
}

/** Who did what. It contains ids, and nothing that readers wrote. */
export interface JournalTable {
  id: string;
  at: string;
  actor: string;
  action: string;
  subject: string;
  /** An object as JSON. */
  details: string | null;
}

export interface BlocksTable {
  id: string;
  kind: 'writer' | 'network';
  /** Hash of an e-mail address or of a network. */
  value: string;
  until: string;
  created_at: string;
  created_by: string;
  reason: string | null;
}

/** The ids of erased comments. Neither an import nor a restored backup brings these comments back. */
export interface ErasuresTable {
  id: string;
  erased_at: string;
}

export interface SpentTokensTable {
  nonce: string;
  expires_at: string;
}

export interface LimitsTable {
  key: string;
  points: number;
  expires_at: string;
}

export interface ModeratorsTable {
  id: string;
  email: string;
  name: string;
  role: Role;
  created_at: string;
  withdrawn_at: string | null;
  notice: NoticeFrequency;
  /** The last notice covers everything written up to this instant; empty before the first notice. */
  told_until: string;
}

export interface SessionsTable {
  id: string;
  moderator: string;
  /** The hash of the current cookie; `previous_hash` is that of the cookie before. */
  hash: string;
  previous_hash: string | null;
  created_at: string;
  used_at: string;
  rotated_at: string;
}

/** The hashes of tokens that can be used once: see one-time-tokens.ts. */
export interface OneTimeTokensTable {
  hash: string;
  purpose: string;
  subject: string;
  expires_at: string;
}

export interface PasskeysTable {
  id: string;
  moderator: string;
  /** In base64url. */
  public_key: string;
  counter: number;
  /** An array as JSON. */
  transports: string;
  created_at: string;
}

/** Messages that are not sent yet. */
export interface OutboxTable {
  id: string;
  /** A message as JSON. */
  message: string;
  created_at: string;
  due_at: string;
  expires_at: string | null;
  attempts: number;
  /** The id of the comment that the message is about. */
  subject: string | null;
}

/** The writers who want to be notified of the replies to their comment. */
export interface FollowersTable {
  comment: string;
  email: string;
  email_hash: string;
  asked_at: string;
  confirmed_at: string | null;
}
