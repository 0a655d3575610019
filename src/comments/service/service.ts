import type { Hono } from 'hono';
import { strings } from '#strings/site.ts';
import { createClosedApp, createIntakeApp } from './app.ts';
import { hasCode } from '#comments/store/atomic-file.ts';
import { articlesFile, createKnownArticles } from './known-articles.ts';
import { createLimits } from './limits.ts';
import { describeError, logLine } from './log.ts';
import type { Moderated } from '#comments/moderation/moderation.ts';
import { type Settings, StartFault } from '#comments/settings.ts';
import { openCommentStore, tidyCommentStore } from '#comments/store/store.ts';

/** How often refused comments are looked through for those to erase, in milliseconds. */
const TIDY_INTERVAL = 60 * 60 * 1000;

/** Answers under the mount of the service of comments. */
export type Service = Pick<Hono, 'fetch'>;

/**
 * The intake service, which answers under `settings.mount`. What is kept is tidied meanwhile. On a full disk it says so,
 * and opens by itself once there is room.
 *
 * @throws StartFault when comments are closed, the site was not built or the secret is damaged
 */
export async function createService(settings: Settings, environment: NodeJS.ProcessEnv): Promise<Service> {
  const { mount, siteFolder, external, siteOrigin } = settings;
  if (mount === null) throw new StartFault(strings.intake.start.closed);
  const articles = createKnownArticles(siteFolder, external ? siteOrigin : '');
  if (!articles.isThere()) throw new StartFault(strings.intake.start.noArticles(articlesFile(siteFolder)));
  const store = openCommentStore(settings, environment);
  const closed = createClosedApp({ ...settings, mount });
  let opened: Hono | null = null;

  async function open(): Promise<Hono> {
    const keys = await store.keys();
    if (opened) return opened;
    logLine('comments-open', { mount: settings.mount ?? '' });
    void tidyRegularly(store, settings);
    const parts = { magazine: settings.magazine, storage: store.storage, articles, keys, log: logLine };
    opened = createIntakeApp({ ...settings, mount: mount ?? '' }, { ...parts, limits: createLimits() });
    return opened;
  }

  async function openOrClosed(): Promise<Hono> {
    try {
      return await open();
    } catch (error) {
      if (error instanceof StartFault) throw error;
      logLine('storage-fault', describeError(error));
      return closed;
    }
  }

  await openOrClosed();
  return {
    fetch: async (request, ...rest) =>
      (opened ?? (await openOrClosed().catch(() => closed))).fetch(request, ...rest),
  };
}

/** Now and every hour, as long as the process runs. */
async function tidyRegularly(store: Moderated, settings: Settings): Promise<void> {
  try {
    const purged = await tidyCommentStore(store, settings);
    logLine('tidied', { purged });
  } catch (error) {
    logLine('storage-fault', describeError(error));
  }
  setTimeout(() => void tidyRegularly(store, settings), TIDY_INTERVAL).unref();
}

/** Says what stopped the start or a command, in French when whoever runs it can do something about it. */
export function explainFault(error: unknown): void {
  const said = error instanceof StartFault ? error.message : diskFault(error);
  if (said === null) logLine('fault', describeError(error));
  else console.error(said);
}

function diskFault(error: unknown): string | null {
  const { full, readOnly, forbidden } = strings.moderation.disk;
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].some((code) => hasCode(error, code))) return full;
  if (hasCode(error, 'EROFS')) return readOnly;
  return hasCode(error, 'EACCES') || hasCode(error, 'EPERM') ? forbidden : null;
}
