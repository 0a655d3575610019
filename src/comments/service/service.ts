import type { Hono } from 'hono';
import { strings } from '#strings/site.ts';
import { describeError, logEvent } from '#comments/log.ts';
import { ExpectedError } from '#lib/expected-error.ts';
import type { Settings } from '#comments/settings.ts';
import { type CommentStore, openCommentStore } from '#comments/store/store.ts';
import { maintain } from '#comments/store/maintenance.ts';
import { createUnavailableApp } from './app.ts';
import { assembleApps, type OpenApps } from './assemble.ts';
import { articlesFile, createKnownArticles } from './known-articles.ts';

/** In milliseconds. How often expired comments are erased. */
const MAINTENANCE_INTERVAL = 60 * 60 * 1000;

/** The comment service, which answers under `settings.mount` and `settings.moderation`. */
export interface Service extends Pick<Hono, 'fetch'> {
  /** The address by which the first person creates an account; `null` when someone has one, or it cannot be known. */
  firstLink(): Promise<string | null>;
}

/**
 * Creates the comment service, and maintains its store every hour. While the store cannot be opened, as on a full disk
 * or without its database, it refuses submissions; it opens by itself when that is over.
 *
 * @throws ExpectedError when comments are closed, the site is not built or the secret is damaged
 */
export async function createService(settings: Settings, environment: NodeJS.ProcessEnv): Promise<Service> {
  const { mount, siteFolder } = settings;
  if (mount === null) throw new ExpectedError(strings.submissions.start.closed);
  const articles = createKnownArticles(settings);
  if (!articles.exist())
    throw new ExpectedError(strings.submissions.start.noArticles(articlesFile(siteFolder)));
  const openSettings = { ...settings, mount };
  const store = openCommentStore(settings, environment);
  const unavailable = createUnavailableApp(openSettings);
  let apps: OpenApps | null = null;

  /** @returns `null` while the store cannot be opened */
  async function open(): Promise<OpenApps | null> {
    try {
      const [keys, database] = [await store.keys(), await store.db()];
      if (apps) return apps;
      logEvent('comments-open', { mount: openSettings.mount });
      void maintainRegularly(store, settings);
      return (apps = assembleApps(openSettings, store, { database, keys, articles, log: logEvent }));
    } catch (error) {
      logEvent('storage-fault', describeError(error));
      return null;
    }
  }

  // A wrong secret stops the service. Of a database that is away, the site does not wait.
  await store.keys().catch((error: unknown) => {
    if (error instanceof ExpectedError) throw error;
  });
  void open();
  return {
    fetch: async (request, ...rest) => ((await open()) ?? unavailable).fetch(request, ...rest),
    firstLink: async () => (await open())?.signIn.firstLink() ?? null,
  };
}

async function maintainRegularly(store: CommentStore, settings: Settings): Promise<void> {
  try {
    logEvent('maintained', { purged: await maintain(await store.db(), settings) });
  } catch (error) {
    logEvent('storage-fault', describeError(error));
  }
  setTimeout(() => void maintainRegularly(store, settings), MAINTENANCE_INTERVAL).unref();
}
