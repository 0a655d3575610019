import { parseArgs } from 'node:util';
import { inFrench } from '#cli/options.ts';

/** The usage of the command. Its options must be typed as shown, so it is not among the typeset strings. */
export const USAGE = `Utilisation :
  npm run comments                                     lire et décider, pas à pas
  npm run comments -- liste [--json]                   lister ce qui est en attente
  npm run comments -- lire <nom>                       afficher un commentaire ou un signalement en entier
  npm run comments -- accepter <nom>…                  publier (pour un signalement : retirer le commentaire)
  npm run comments -- refuser <nom>…                   refuser (pour un signalement : l’écarter)
  npm run comments -- repondre <nom> --texte "…" [--auteur "…"]   répondre à un commentaire publié
  npm run comments -- effacer --email nom@exemple.fr   effacer tout ce qui vient de cette adresse
  npm run comments -- supprimer <fichier>…             supprimer un fichier illisible signalé par « liste »
  npm run comments -- purger                           effacer les refusés dont le délai de conservation a expiré
  npm run comments -- --aide                           afficher cette aide`;

/** A command of moderation, with its arguments. */
export type Arguments =
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

/** Reads the command line. @returns `null` when it is not understood */
export function readArguments(argv: string[]): Arguments | null {
  try {
    const { values, positionals } = parseArgs({
      args: inFrench(argv, ENGLISH),
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

function readCommand([word, ...ids]: string[], options: Options): Arguments | null {
  const { json, texte: text, auteur: author, email } = options;
  const [id] = ids;
  const command = word && Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : word;
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
