import { randomUUID } from 'node:crypto';
import type { Log } from '#comments/log.ts';
import type { Database } from '#comments/store/database/tables.ts';
import type { Message } from './message.ts';
import type { MailTransport } from './transport.ts';
import { DAY, MINUTE } from '#lib/durations.ts';

/** How long a process may take to send a message, in milliseconds. After this, another process may try again. */
const CLAIM = 10 * MINUTE;
const LONGEST_PAUSE = 6 * 60 * MINUTE;
/** When to give up, in milliseconds after the message was added. Mail servers give up after some days too. */
const GIVE_UP = 3 * DAY;
/** The maximum number of messages in one pass. */
const BATCH = 50;

export interface SendingTerms {
  /** When to send it; at once by default. */
  due?: Date | undefined;
  /** A message that was not sent by then is dropped. */
  expires?: Date | undefined;
  /** The id of the comment that the message is about. `cancelMessages` removes it when the decision is undone. */
  subject?: string | undefined;
}

/**
 * Adds a message to the outbox. Call it in the transaction of the change that it announces: both are stored, or
 * neither.
 */
export async function enqueue(
  database: Database,
  message: Message,
  now: Date,
  { due = now, expires, subject }: SendingTerms = {},
): Promise<void> {
  await database
    .insertInto('outbox')
    .values({
      id: randomUUID(),
      message: JSON.stringify(message),
      created_at: now.toISOString(),
      due_at: due.toISOString(),
      expires_at: expires?.toISOString() ?? null,
      attempts: 0,
      subject: subject ?? null,
    })
    .execute();
}

/** Removes the messages about a decision that was undone before they were sent. */
export async function cancelMessages(database: Database, subject: string): Promise<void> {
  await database.deleteFrom('outbox').where('subject', '=', subject).execute();
}

export interface OutboxDependencies {
  database: Database;
  transport: MailTransport;
  log: Log;
  now: () => Date;
}

/**
 * Sends the messages that are due. A message is removed after the server has accepted it: if the process or the
 * database fails in between, it is sent again with the same Message-ID.
 *
 * @returns how many were sent
 */
export async function deliverDue(dependencies: OutboxDependencies): Promise<number> {
  const { database, now } = dependencies;
  const due = await database
    .selectFrom('outbox')
    .selectAll()
    .where('due_at', '<=', now().toISOString())
    .orderBy('due_at')
    .limit(BATCH)
    .execute();
  let sent = 0;
  for (const row of due) if (await deliver(dependencies, row)) sent += 1;
  return sent;
}

interface OutboxRow {
  id: string;
  message: string;
  created_at: string;
  due_at: string;
  expires_at: string | null;
  attempts: number;
}

async function deliver({ database, transport, log, now }: OutboxDependencies, row: OutboxRow) {
  const { id } = row;
  const remove = () => database.deleteFrom('outbox').where('id', '=', id).execute();
  if (row.expires_at !== null && row.expires_at <= now().toISOString()) {
    await remove();
    return false;
  }
  const claimed = await database
    .updateTable('outbox')
    .set({ due_at: later(now(), CLAIM), attempts: row.attempts + 1 })
    .where('id', '=', id)
    // Only one process claims the message, because a claim changes this date.
    .where('due_at', '=', row.due_at)
    .executeTakeFirst();
  if (claimed.numUpdatedRows === 0n) return false;
  const delivery = await transport.send(id, JSON.parse(row.message) as Message);
  const isLost = delivery === 'later' && now().getTime() - Date.parse(row.created_at) > GIVE_UP;
  if (delivery === 'later' && !isLost) {
    const due_at = later(now(), pauseAfter(row.attempts + 1));
    await database.updateTable('outbox').set({ due_at }).where('id', '=', id).execute();
    return false;
  }
  await remove();
  log(delivery === 'sent' ? 'mail-sent' : 'mail-abandoned', { id });
  return delivery === 'sent';
}

/** The pause before the next attempt: one minute, then twice as long each time, at most six hours. */
function pauseAfter(attempts: number): number {
  return Math.min(MINUTE * 2 ** (attempts - 1), LONGEST_PAUSE);
}

function later(now: Date, milliseconds: number): string {
  return new Date(now.getTime() + milliseconds).toISOString();
}
