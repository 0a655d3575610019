import { hasCode } from '#storage/durable-file.ts';
import { strings } from '#strings/site.ts';
import { ExpectedError } from '#lib/expected-error.ts';

/** Logs an event with codes, ids and counts; never a name, an address, an e-mail or a text. */
export type Log = (
  event: string,
  details?: Readonly<Record<string, string | number | boolean | undefined>>,
) => void;

/** Writes an event to the standard output, as one line of JSON. */
export const logEvent: Log = (event, details = {}) => {
  console.log(JSON.stringify({ time: new Date().toISOString(), event, ...details }));
};

/** Describes an error without its message, because the message may quote what a reader wrote. */
export function describeError(error: unknown): { code: string; at?: string | undefined } {
  if (!(error instanceof Error)) return { code: 'unknown' };
  const at = error.stack
    ?.split('\n')
    .find((line) => line.trimStart().startsWith('at '))
    ?.trim();
  return { code: 'code' in error ? String(error.code) : error.name, at };
}

/**
 * Prints why the service or a command failed: a French message if the operator can correct it, otherwise a log event.
 */
export function reportError(error: unknown): void {
  const message = error instanceof ExpectedError ? error.message : diskMessage(error);
  if (message === null) logEvent('fault', describeError(error));
  else console.error(message);
}

/** SQLite result codes: disk full, input or output error, read-only, cannot open, damaged, not a database. */
const SQLITE = { full: 13, io: 10, readOnly: 8, cannotOpen: 14, corrupt: 11, notDatabase: 26 };

function diskMessage(error: unknown): string | null {
  const { full, readOnly, forbidden, damaged } = strings.moderation.disk;
  if (error instanceof Error && 'errcode' in error) {
    // The lower byte is the result code; the other bytes are details.
    const code = Number(error.errcode) & 0xff;
    if (code === SQLITE.full || code === SQLITE.io) return full;
    if (code === SQLITE.readOnly) return readOnly;
    if (code === SQLITE.cannotOpen) return forbidden;
    if (code === SQLITE.corrupt || code === SQLITE.notDatabase) return damaged;
  }
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].some((code) => hasCode(error, code))) return full;
  if (hasCode(error, 'EROFS')) return readOnly;
  return hasCode(error, 'EACCES') || hasCode(error, 'EPERM') ? forbidden : null;
}
