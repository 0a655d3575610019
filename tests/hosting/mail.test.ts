import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverDue, enqueue } from '#comments/mail/outbox.ts';
import { createMailTransport } from '#comments/mail/transport.ts';
import { openDatabase } from '#comments/store/database/open.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { findFreePort } from '#cli/lib/free-port.ts';

/** OpenSMTPD needs root to deliver as another user. */
const canRun =
  process.getuid?.() === 0 && spawnSync('smtpd', ['-h'], { stdio: 'ignore' }).error === undefined;
/** The user and group that Debian calls nobody and nogroup. */
const NOBODY = 65_534;
const UNSUBSCRIBE = 'https://example.org/commentaires/suivi/?commentaire=2026-12-01-00000001&cle=abc';

describe.skipIf(!canRun)('OpenSMTPD (skipped without it: apt-get install opensmtpd, as root)', () => {
  let root: string;
  let port: number;
  let server: ChildProcess;
  let database: Database;
  let time = Date.now();
  const log: string[] = [];
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'smtpd-'));
    port = await findFreePort();
    mkdirSync(join(root, 'box'));
    chmodSync(root, 0o755);
    chownSync(join(root, 'box'), NOBODY, NOBODY);
    writeFileSync(
      join(root, 'smtpd.conf'),
      `table users { "@" = nobody }
listen on 127.0.0.1 port ${port}
action "deliver" maildir "${root}/box" virtual <users>
match from any for domain "refused.example" reject
match from any for any action "deliver"
`,
    );
    database = await openDatabase({ file: join(root, 'data/comments.sqlite') });
  });
  afterAll(async () => {
    server.kill();
    await once(server, 'exit');
    await database.destroy();
    rmSync(root, { recursive: true, force: true });
  });

  const deliver = () =>
    deliverDue({
      database,
      transport: createMailTransport(
        {
          sender: { name: 'Innovations', address: 'commentaires@example.org' },
          server: `smtp://127.0.0.1:${port}`,
          folder: root,
        },
        (event) => void log.push(event),
      ),
      log: (event) => void log.push(event),
      now: () => new Date(time),
    });
  const left = async () => (await database.selectFrom('outbox').select('id').execute()).length;

  it('gets the message once it runs, with both parts and the header that ends such messages', async () => {
    const parts = [
      'Un été à l’œuvre.',
      { from: 'Ada :', quote: '.\n.. une ligne qui commence par un point' },
    ];
    await enqueue(
      database,
      { to: 'ada@example.org', subject: 'Réponse', parts, unsubscribe: UNSUBSCRIBE },
      new Date(time),
    );
    expect([await deliver(), await left()]).toEqual([0, 1]);

    server = spawn('smtpd', ['-d', '-f', join(root, 'smtpd.conf')], { stdio: 'ignore' });
    time += 2 * 60_000;
    while ((await deliver()) === 0) {
      await wait(200);
      time += 10 * 60_000;
    }
    expect(await left()).toBe(0);
    const box = join(root, 'box/new');
    while (!existsSync(box) || readdirSync(box).length === 0) await wait(100);
    const text = readFileSync(join(box, readdirSync(box)[0] ?? ''), 'utf8').replace(/\n[ \t]+/gu, ' ');
    for (const part of [`List-Unsubscribe: <${UNSUBSCRIBE}>`, 'text/plain', 'text/html'])
      expect(text).toContain(part);
  });

  it('refuses a recipient for good, and the message is not sent again', async () => {
    log.length = 0;
    await enqueue(database, { to: 'eve@refused.example', subject: 'Bonjour', parts: [] }, new Date(time));
    expect([await deliver(), await left(), log]).toEqual([0, 0, ['mail-fault', 'mail-abandoned']]);
  });
});
