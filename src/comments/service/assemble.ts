import type { Hono } from 'hono';
import { createMailLinks } from '#comments/mail/links.ts';
import { startMailer } from '#comments/mail/mailer.ts';
import { addNotices, SETTLING } from '#comments/mail/notices.ts';
import { createMailTransport } from '#comments/mail/transport.ts';
import { createSignIn, type SignIn } from '#comments/moderation/access/sign-in.ts';
import { createModerationApp } from '#comments/moderation/app.ts';
import { catchUp } from '#comments/publication/catch-up.ts';
import { createPublisher } from '#comments/publication/publisher.ts';
import type { Log } from '#comments/log.ts';
import type { Settings } from '#comments/settings.ts';
import type { Database } from '#comments/store/database/tables.ts';
import type { Keys } from '#comments/store/keys.ts';
import type { CommentStore } from '#comments/store/store.ts';
import { readPath } from '#server/site-files.ts';
import { createServiceApp } from './app.ts';
import { articlesFile, type KnownArticles } from './known-articles.ts';
import { createRateLimits } from './rate-limits.ts';

/** The request handler and the sign-in, once the store is open. */
export interface OpenApps {
  fetch: Hono['fetch'];
  signIn: SignIn;
}

/**
 * Creates the pages of readers and moderators, and starts the mailer and the regular check for unpublished decisions.
 */
export function assembleApps(
  settings: Settings & { mount: string },
  store: CommentStore,
  { database, keys, articles, log }: { database: Database; keys: Keys; articles: KnownArticles; log: Log },
): OpenApps {
  const { magazine, moderation, mail } = settings;
  const now = () => new Date();
  const addresses = createMailLinks(settings, articles);
  const transport = createMailTransport(mail, log);
  const mailer = startMailer({ database, transport, log, now }, () => addNotices(database, addresses, now()));
  const limits = createRateLimits(store, keys);
  const signIn = createSignIn({ database, addresses, magazine, now });
  const publisher = createPublisher(settings.publication, log);
  void catchUp({ database, articles, publisher, log, file: articlesFile(settings.siteFolder) });
  const wakeMailer = () => void mailer.wake();
  const comments = createServiceApp(settings, {
    ...{ magazine, store, articles, addresses, keys, limits, log },
    onStored: () => setTimeout(wakeMailer, 2 * SETTLING).unref(),
  });
  const moderators = createModerationApp(settings, {
    ...{ database, keys, articles, addresses, limits, publisher, signIn, wakeMailer, log, now },
  });
  return {
    signIn,
    fetch: (request, ...rest) =>
      readPath(new URL(request.url).pathname)?.startsWith(moderation)
        ? moderators.fetch(request, ...rest)
        : comments.fetch(request, ...rest),
  };
}
