import { createHash, timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import type { Settings } from '#comments/settings.ts';
import { writeSnapshot } from '#comments/snapshot/format.ts';
import { takeSnapshot } from '#comments/snapshot/take.ts';
import type { CommentStore } from '#comments/store/store.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Adds the export of the published comments, for builds on other machines. They must send COMMENTS_TOKEN. */
export function addExportRoute(
  app: Hono,
  { mount, exportToken }: Settings & { mount: string },
  store: Pick<CommentStore, 'db'>,
): void {
  if (exportToken === null) return;
  const expected = digest(`Bearer ${exportToken}`);
  app.get(`${mount}export.json`, async (context) => {
    const given = digest(context.req.header('authorization') ?? '');
    if (!timingSafeEqual(given, expected)) {
      context.header('WWW-Authenticate', 'Bearer');
      return context.body(null, 401);
    }
    const snapshot = await takeSnapshot(await store.db());
    return context.body(writeSnapshot(snapshot), 200, { 'Content-Type': 'application/json; charset=utf-8' });
  });
}
