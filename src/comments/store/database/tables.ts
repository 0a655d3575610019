import type { Kysely } from 'kysely';

/** The queries of both stores: SQLite and PostgreSQL. */
export type Database = Kysely<Tables>;

/** Instants are ISO 8601 texts in UTC, which sort as they are; booleans are 0 or 1; digests never hold what they are made of. */
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
export type Notice = 'each' | 'daily' | 'none';
/** An administrator also invites and withdraws moderators. */
export type Role = 'moderator' | 'administrator';

export interface CommentsTable {
  id: string;
  article: string;
  reply_to: string | null;
  name: string;
  /** Removed when the decision to publish can no longer be undone. */
  email: string | null;
  email_hash: string | null;
  /** Digest of the writer's network, for blocks. Removed with `email`. */
  network: string | null;
  site: string | null;
  text: string;
  /** Name and text in lower case without accents. */
  search: string;
  staff: 0 | 1;
  written_at: string;
  state: CommentState;
  /** What an undo goes back to. */
  previous_state: CommentState | null;
  decided_at: string | null;
  /** Id of a moderator, or a name that the journal knows. */
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
  /** The decision, as the person who reported receives it. */
  decision: string | null;
}

/** Who did what. It holds ids, and nothing of what readers wrote. */
export interface JournalTable {
  id: string;
  at: string;
  actor: string;
  action: string;
  subject: string;
  /** JSON. */
  details: string | null;
}

export interface BlocksTable {
  id: string;
  kind: 'writer' | 'network';
  /** Digest of an e-mail address or of a network. */
  value: string;
  until: string;
  created_at: string;
  created_by: string;
  reason: string | null;
}

/** Ids of erased comments: neither an import nor a restored backup brings them back. */
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
  notice: Notice;
  /** The last notice covers what was written until then. */
  told_until: string;
}

export interface SessionsTable {
  id: string;
  moderator: string;
  /** Of the cookie, and of the one before. */
  hash: string;
  previous_hash: string | null;
  created_at: string;
  used_at: string;
  rotated_at: string;
}

/** Links that serve once. */
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
  /** JSON. */
  transports: string;
  created_at: string;
}

/** Messages that are not sent yet. */
export interface OutboxTable {
  id: string;
  /** JSON. Removed with the row, once it is sent. */
  message: string;
  created_at: string;
  due_at: string;
  expires_at: string | null;
  attempts: number;
  /** The comment or report whose decision it announces. */
  subject: string | null;
}

/** Writers who asked to be notified of replies to one comment. */
export interface FollowersTable {
  comment: string;
  email: string;
  email_hash: string;
  asked_at: string;
  confirmed_at: string | null;
}
