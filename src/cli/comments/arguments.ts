import { parseArgs } from 'node:util';
import { inFrench } from '#cli/options.ts';

/** What an editor or a script asked for. */
export type Request =
  | { command: 'interactive' | 'purge' | 'help' }
  | { command: 'list'; json: boolean }
  | { command: 'read'; id: string }
  | { command: 'discard'; files: string[] }
  | { command: 'accept' | 'reject'; ids: string[] }
  | { command: 'reply'; id: string; text: string; author: string | undefined }
  | { command: 'erase'; email: string };

/** Editors type French; scripts may use English. */
const COMMANDS: Readonly<Record<string, string>> = {
  liste: 'list',
  lire: 'read',
  accepter: 'accept',
  refuser: 'reject',
  repondre: 'reply',
  répondre: 'reply',
  effacer: 'erase',
  supprimer: 'discard',
  purger: 'purge',
};
const ENGLISH = { help: 'aide', text: 'texte', author: 'auteur' };

/** @returns what was asked for, or `null` when it is not understood */
export function readArguments(given: string[]): Request | null {
  try {
    const { values, positionals } = parseArgs({
      args: inFrench(given, ENGLISH),
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        aide: { type: 'boolean', default: false },
        texte: { type: 'string' },
        auteur: { type: 'string' },
        email: { type: 'string' },
      },
    });
    return values.aide ? { command: 'help' } : readCommand(positionals, values);
  } catch {
    return null;
  }
}

interface Options {
  json: boolean;
  texte?: string | undefined;
  auteur?: string | undefined;
  email?: string | undefined;
}

function readCommand([written, ...ids]: string[], options: Options): Request | null {
  const { json, texte: text, auteur: author, email } = options;
  const [id] = ids;
  const command = written && Object.hasOwn(COMMANDS, written) ? COMMANDS[written] : written;
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
