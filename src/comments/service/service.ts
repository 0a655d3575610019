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

/** How often expired data is erased, in milliseconds. */
const MAINTENANCE_INTERVAL = 60 * 60 * 1000;

/** The comment service, which handles requests under `settings.mount` and `settings.moderation`. */
export interface Service extends Pick<Hono, 'fetch'> {
  /**
   * The URL where the first administrator creates an account; `null` when there is a moderator, or the store cannot be
   * opened.
   */
  firstLink(): Promise<string | null>;
}

/**
 * Creates the comment service, and maintains its store every hour. While the store cannot be opened, for example on a
 * full disk, the service refuses submissions; each request tries to open it again.
 *
 * @throws ExpectedError when comments are closed, the site is not built, or the secret is too short or damaged
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

  // A wrong secret stops the service. A database that cannot be reached does not: the site is served without it.
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
