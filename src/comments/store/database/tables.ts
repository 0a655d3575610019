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
  invitations: InvitationsTable;
  sessions: SessionsTable;
}

export type CommentState = 'pending' | 'approved' | 'rejected' | 'withdrawn' | 'erased';
export type ReportState = 'pending' | 'upheld' | 'dismissed';
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
  /** What the person who reported is told. */
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
}

export interface InvitationsTable {
  id: string;
  token_hash: string;
  email: string | null;
  role: Role;
  invited_by: string | null;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

export interface SessionsTable {
  token_hash: string;
  moderator: string;
  created_at: string;
  expires_at: string;
}
