import type { Context } from 'hono';
import type { Database } from '#comments/store/database/tables.ts';
import type { KnownArticles } from '#comments/service/known-articles.ts';
import type { PageContent } from '#comments/service/page-contents.ts';
import type { Passkeys } from '#comments/moderation/access/passkeys.ts';
import type { Sessions } from '#comments/moderation/access/sessions.ts';
import type { SignIn } from '#comments/moderation/access/sign-in.ts';
import type { ModeratorActions } from '#comments/moderation/actions.ts';
import type { Names } from '#comments/moderation/html/journal-page.ts';
import type { PageFrame } from '#comments/moderation/html/layout.ts';
import type { SessionGate, SignedIn } from '#comments/moderation/session-gate.ts';
import type { Views } from '#comments/moderation/views.ts';

/** What the routes of signed-in moderators need. */
export interface RoutesDependencies {
  mount: string;
  database: Database;
  articles: KnownArticles;
  sessions: Sessions;
  signIn: SignIn;
  gate: SessionGate;
  actions: ModeratorActions;
  views: Views;
  passkeys: Passkeys;
  now: () => Date;
  /** The names of moderators by id, including withdrawn moderators. */
  names(): Promise<Names>;
  frame(context: Context<SignedIn>): Promise<PageFrame>;
  page(context: Context, content: PageContent, status?: 400 | 403 | 404): Promise<Response>;
  /** Responds with an error page for this reason. */
  refuse(context: Context, reason: 'form' | 'role' | 'absent' | 'large' | 'storage'): Promise<Response>;
  /** Makes the mailer check the outbox now. */
  wakeMailer(): void;
}
