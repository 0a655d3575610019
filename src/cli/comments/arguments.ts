import { parseArgs } from 'node:util';

/** What an editor or a script asked for. */
export type Request =
  | { command: 'interactive' | 'purge' | 'help' }
  | { command: 'list'; json: boolean }
  | { command: 'read'; id: string }
  | { command: 'discard'; files: string[] }
  | { command: 'accept' | 'reject'; ids: string[] }
  | { command: 'reply'; id: string; text: string; author: string | undefined }
  | { command: 'erase'; email: string };

/** @returns what was asked for, or `null` when it is not understood */
export function readArguments(given: string[]): Request | null {
  try {
    const { values, positionals } = parseArgs({
      args: given,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        text: { type: 'string' },
        author: { type: 'string' },
        email: { type: 'string' },
      },
    });
    return values.help ? { command: 'help' } : readCommand(positionals, values);
  } catch {
    return null;
  }
}

interface Options {
  json: boolean;
  text?: string | undefined;
  author?: string | undefined;
  email?: string | undefined;
}

function readCommand([command, ...ids]: string[], { json, text, author, email }: Options): Request | null {
  const [id] = ids;
  switch (command) {
    case undefined:
      return { command: 'interactive' };
    case 'purge':
      return { command };
    case 'list':
      return { command, json };
    case 'read':
      return id === undefined ? null : { command, id };
    case 'accept':
    case 'reject':
      return id === undefined ? null : { command, ids };
    case 'discard':
      return id === undefined ? null : { command, files: ids };
    case 'reply':
      return id === undefined || !text?.trim() ? null : { command, id, text, author };
    case 'erase':
      return email?.trim() ? { command, email } : null;
    default:
      return null;
  }
}
