import type { Hono } from 'hono';
import { strings } from '#strings.ts';
import { createIntakeApp } from './app.ts';
import { createFileStorage } from './file-storage.ts';
import { type Keys, deriveKeys, readSecret } from './keys.ts';
import { articlesFile, createKnownArticles } from './known-articles.ts';
import { createLimits } from './limits.ts';
import { describeError, logLine } from './log.ts';
import { finishInterrupted, purgeRejected } from './moderation.ts';
import { type PublishedComments, createPublishedComments } from './published.ts';
import { type Settings, StartFault } from './settings.ts';
import type { CommentStorage } from './storage.ts';

/** What the service and the moderators' command both work on. */
export interface CommentStore {
  storage: CommentStorage;
  published: PublishedComments;
  keys: Keys;
}

/** Opens what is kept, finishes what a killed process had begun, and erases what was kept long enough. */
export async function openCommentStore(
  settings: Settings,
  environment: NodeJS.ProcessEnv,
): Promise<CommentStore & { purged: number }> {
  const keys = deriveKeys(await readSecret(settings.dataFolder, environment));
  const storage = createFileStorage(settings.dataFolder);
  const published = createPublishedComments(settings.publishedFolder);
  await finishInterrupted(storage, published, keys);
  const purged = await purgeRejected(storage, settings.retentionDays, new Date());
  return { storage, published, keys, purged };
}

/**
 * The intake service, ready to answer under `settings.mount`.
 *
 * @throws StartFault when comments are closed, or the site was not built
 */
export async function createService(settings: Settings, environment: NodeJS.ProcessEnv): Promise<Hono> {
  const { mount, siteFolder, external, siteOrigin } = settings;
  if (mount === null) throw new StartFault(strings.intake.start.closed);
  const articles = createKnownArticles(siteFolder, external ? siteOrigin : '');
  if (!articles.isThere()) throw new StartFault(strings.intake.start.noArticles(articlesFile(siteFolder)));
  const { storage, keys, purged } = await openCommentStore(settings, environment);
  logLine('comments-open', { mount, purged });
  return createIntakeApp(
    { ...settings, mount },
    { storage, articles, keys, limits: createLimits(), log: logLine },
  );
}

/** Says what stopped the start, in French when it is for who runs it. */
export function explainFault(error: unknown): void {
  if (error instanceof StartFault) console.error(error.message);
  else logLine('fault', describeError(error));
}
