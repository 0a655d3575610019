import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Message } from '#comments/mail/message.ts';
import { cancelMessages, deliverDue, enqueue } from '#comments/mail/outbox.ts';
import { createMailTransport, type MailTransport } from '#comments/mail/transport.ts';
import { openDatabase } from '#comments/store/database/open.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { type MailServer, startMailServer, type Verdict } from './mail-server.ts';
import { describeStores } from '../../../stores.ts';

const MESSAGE: Message = { to: 'ada@example.org', subject: 'Bonjour', parts: ['Un texte.'] };
const SENDER = { name: 'Innovations', address: 'commentaires@example.org' };
const MINUTE = 60_000;

describeStores('the outbox', (kind) => {
  let root: string;
  let database: Database;
  let server: MailServer | undefined;
  let time: number;
  const log: string[] = [];
  const now = () => new Date(time);
  const dependencies = (transport: MailTransport) => ({
    database,
    transport,
    now,
    log: (event: string) => void log.push(event),
  });
  const to = (url: string | null, silence = 30_000) =>
    createMailTransport(
      { sender: SENDER, server: url, folder: join(root, 'outbox') },
      (event) => void log.push(event),
      { connection: 30_000, silence },
    );
  const left = async () => (await database.selectFrom('outbox').selectAll().execute()).length;

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'outbox-'));
    database = await openDatabase(await kind.create());
    time = Date.parse('2026-12-01T08:00:00Z');
    log.length = 0;
  });
  afterEach(async () => {
    await server?.stop();
    server = undefined;
    await database.destroy();
    rmSync(root, { recursive: true, force: true });
  });

  it('sends each message once to an SMTP server, and then holds nothing of it', async () => {
    server = await startMailServer();
    await enqueue(database, MESSAGE, now());
    const outbox = dependencies(to(server.url));
    expect([await deliverDue(outbox), await deliverDue(outbox)]).toEqual([1, 0]);
    expect(server.received).toHaveLength(1);
    expect(await left()).toBe(0);
  });

  it('sends it once when two processes deliver at the same time', async () => {
    server = await startMailServer();
    for (let i = 0; i < 10; i += 1) await enqueue(database, MESSAGE, now());
    const transport = to(server.url);
    const counts = await Promise.all([1, 2].map(() => deliverDue(dependencies(transport))));
    expect(counts.reduce((sum, count) => sum + count)).toBe(10);
    expect(server.received).toHaveLength(10);
  });

  it.each<[string, ReturnType<Verdict>]>([
    ['a refusal for now', { code: 451, message: 'later' }],
    ['a cut', 'cut'],
    ['silence', 'silence'],
  ])('keeps the message after %s, and sends it later, with the same id', async (_name, fault) => {
    server = await startMailServer((attempt) => (attempt === 1 ? fault : null));
    await enqueue(database, MESSAGE, now());
    expect(await deliverDue(dependencies(to(server.url, 500)))).toBe(0);
    expect([await left(), log]).toEqual([1, ['mail-fault']]);
    const outbox = dependencies(to(server.url));
    const { id } = await database.selectFrom('outbox').select('id').executeTakeFirstOrThrow();
    expect(await deliverDue(outbox)).toBe(0);
    time += 2 * MINUTE;
    expect(await deliverDue(outbox)).toBe(1);
    expect(server.received[0]).toContain(`Message-ID: <${id}@example.org>`);
  });

  it('keeps messages while no server answers, waits longer each time, and gives up after three days', async () => {
    await enqueue(database, MESSAGE, now());
    const outbox = dependencies(to('smtp://127.0.0.1:9'));
    let attempts = 0;
    for (let minute = 0; minute < 3 * 24 * 60 + 400; minute += 20) {
      log.length = 0;
      await deliverDue(outbox);
      attempts += log.filter((event) => event === 'mail-fault').length;
      time += 20 * MINUTE;
    }
    expect(attempts).toBeGreaterThan(10);
    expect(attempts).toBeLessThan(30);
    expect(await left()).toBe(0);
  });

  it('removes a message whose recipient the server refuses for good', async () => {
    server = await startMailServer(undefined, {
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('unknown'), { responseCode: 550 })),
    });
    await enqueue(database, MESSAGE, now());
    await deliverDue(dependencies(to(server.url)));
    expect([await left(), log]).toEqual([0, ['mail-fault', 'mail-abandoned']]);
  });

  it('keeps messages while the password is wrong, since someone can correct it', async () => {
    server = await startMailServer(undefined, {
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(Object.assign(new Error('no'), { responseCode: 535 })),
    });
    await enqueue(database, MESSAGE, now());
    await deliverDue(dependencies(to(server.url.replace('//', '//user:wrong@'))));
    expect(await left()).toBe(1);
  });

  it('sends a message again after the process that sent it was killed, ten minutes later', async () => {
    await enqueue(database, MESSAGE, now());
    const killed: MailTransport = { send: () => Promise.reject(new Error('killed')) };
    await expect(deliverDue(dependencies(killed))).rejects.toThrow('killed');
    server = await startMailServer();
    const outbox = dependencies(to(server.url));
    expect(await deliverDue(outbox)).toBe(0);
    time += 11 * MINUTE;
    expect(await deliverDue(outbox)).toBe(1);
  });

  it('sends no message before its time, after its end, or about a decision that was undone', async () => {
    server = await startMailServer();
    await enqueue(database, MESSAGE, now(), { due: new Date(time + 10 * MINUTE), subject: 'undone' });
    await enqueue(database, MESSAGE, now(), { due: new Date(time + 10 * MINUTE), subject: 'kept' });
    await enqueue(database, MESSAGE, now(), {
      due: new Date(time + 10 * MINUTE),
      expires: new Date(time + 5 * MINUTE),
    });
    const outbox = dependencies(to(server.url));
    expect(await deliverDue(outbox)).toBe(0);
    await cancelMessages(database, 'undone');
    time += 11 * MINUTE;
    expect([await deliverDue(outbox), await left()]).toEqual([1, 0]);
  });

  it('without a server, writes each message as a private file that mail programs open', async () => {
    await enqueue(database, MESSAGE, now());
    await deliverDue(dependencies(to(null)));
    const [name = ''] = readdirSync(join(root, 'outbox'));
    expect(name).toMatch(/\.eml$/u);
    expect(readFileSync(join(root, 'outbox', name), 'utf8')).toContain('Subject: Bonjour\r\n');
    expect(log).toContain('mail-written');
  });
});
