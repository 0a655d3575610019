import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBareApp } from '#comments/service/app.ts';
import { addFollowRoutes } from '#comments/service/follow.ts';
import { createRateLimits } from '#comments/service/rate-limits.ts';
import { createResponses } from '#comments/service/responses.ts';
import { readSettings } from '#comments/settings.ts';
import { openDatabase } from '#comments/store/database/open.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { deriveKeys } from '#comments/store/keys.ts';
import { signFollower } from '#comments/store/signatures.ts';
import { addFollower, getFollower } from '#comments/store/queries/followers.ts';

const COMMENT = '2026-12-01-00000001';
const keys = deriveKeys('a secret for tests, of forty characters or so.');
const settings = { ...readSettings('.', {}), mount: '/commentaires/' };
const REMOTE = { incoming: { socket: { remoteAddress: '10.0.0.1' } } };

let root: string;
let db: Database;
let app: ReturnType<typeof createBareApp>;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'follow-'));
  db = await openDatabase({ file: join(root, 'comments.sqlite') });
  app = createBareApp(settings);
  const store = { db: () => Promise.resolve(db) };
  const respond = createResponses({ ...settings, siteFolder: root }, '/');
  addFollowRoutes(app, {
    ...{ settings, store, keys, respond, home: '/' },
    limits: createRateLimits(store, keys),
    refused: (context, reason) => respond.message(context, reason),
  });
  await addFollower(db, COMMENT, 'ada@example.org', 'hash', new Date());
});
afterEach(async () => {
  await db.destroy();
  rmSync(root, { recursive: true, force: true });
});

const path = `/commentaires/suivi/?commentaire=${COMMENT}&cle=${signFollower(keys, COMMENT)}`;
const post = (address: string, body = '') =>
  app.request(
    address,
    { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    REMOTE,
  );

describe('who follows the replies to their comment', () => {
  it('confirms it by a button, not by opening the link', async () => {
    const page = await (await app.request(path)).text();
    expect(page).toContain('Me prévenir des réponses');
    expect(await getFollower(db, COMMENT)).toEqual({ isConfirmed: false });
    await post(`${path}&confirmer=1`);
    expect(await getFollower(db, COMMENT)).toEqual({ isConfirmed: true });
    expect(await (await app.request(path)).text()).toContain('Ne plus être prévenu');
  });

  it('leaves by one request of their mail program, and their address is erased (RFC 8058)', async () => {
    const answer = await post(path, 'List-Unsubscribe=One-Click');
    expect(answer.status).toBe(200);
    expect(await db.selectFrom('followers').selectAll().execute()).toEqual([]);
    expect(await (await app.request(path)).text()).toContain('rien à changer');
  });

  it('is the only one who can: another signature changes nothing', async () => {
    const forged = path.replace(/cle=.*/u, `cle=${signFollower(keys, '2026-12-01-00000002')}`);
    expect((await app.request(forged)).status).toBe(404);
    expect((await post(forged)).status).toBe(404);
    expect(await getFollower(db, COMMENT)).toEqual({ isConfirmed: false });
  });
});
