import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { createFile } from '#storage/durable-file.ts';
import { describeError, type Log } from '#comments/log.ts';
import { composeMessage, type Message, type Sender } from './message.ts';

/** How messages are sent. */
export interface MailSettings {
  sender: Sender;
  /** For example `smtps://user:password@mail.example.org`; `null` to write messages as files. */
  server: string | null;
  /** The folder of the message files, when there is no server. */
  folder: string;
}

/** `later`: a temporary error, to try again. `refused`: the server will never accept the message. */
type Delivery = 'sent' | 'later' | 'refused';

export interface MailTransport {
  /** Sends one message, or writes its file. Never throws. */
  send(id: string, message: Message): Promise<Delivery>;
}

/** In milliseconds. */
interface Timeouts {
  connection: number;
  /** The longest time in which no byte arrives. */
  silence: number;
}
const TIMEOUTS: Timeouts = { connection: 10_000, silence: 30_000 };

/** Nodemailer's error codes for a refused recipient and a refused message. */
const REFUSALS = new Set(['EENVELOPE', 'EMESSAGE']);

/** Sends messages to an SMTP server, or writes each one as an `.eml` file that mail programs open. */
export function createMailTransport(
  { sender, server, folder }: MailSettings,
  log: Log,
  timeouts = TIMEOUTS,
): MailTransport {
  const deliver = server === null ? fileDelivery(folder, log) : smtpDelivery(server, timeouts);
  return {
    async send(id, message) {
      try {
        await deliver(id, composeMessage(message, sender, id));
        return 'sent';
      } catch (error) {
        const delivery = isRefusal(error) ? 'refused' : 'later';
        log('mail-fault', { id, delivery, ...describeError(error), reply: replyOf(error) });
        return delivery;
      }
    },
  };
}

type Deliver = (id: string, mail: ReturnType<typeof composeMessage>) => Promise<void>;

function smtpDelivery(url: string, { connection, silence }: Timeouts): Deliver {
  const transport = createTransport({
    url,
    connectionTimeout: connection,
    greetingTimeout: connection,
    socketTimeout: silence,
    // The content of a message cannot make nodemailer read a file or a URL.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (_id, mail) => {
    await transport.sendMail(mail);
  };
}

function fileDelivery(folder: string, log: Log): Deliver {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return async (id, mail) => {
    const { message } = await transport.sendMail(mail);
    await createFile(join(folder, `${id}.eml`), message.toString());
    log('mail-written', { id });
  };
}

/**
 * Whether the server permanently refused the recipient or the message. Other errors, such as a wrong password, can
 * still be corrected.
 */
function isRefusal(error: unknown): boolean {
  const isMessage = error instanceof Error && 'code' in error && REFUSALS.has(String(error.code));
  return isMessage && (replyOf(error) ?? 0) >= 500;
}

/** The reply code of the SMTP server. */
function replyOf(error: unknown): number | undefined {
  return error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
    ? error.responseCode
    : undefined;
}
