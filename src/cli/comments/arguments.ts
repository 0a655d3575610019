import { readOptions } from '#cli/options.ts';

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

type CommandName =
  'interactive' | 'list' | 'read' | 'accept' | 'reject' | 'reply' | 'erase' | 'discard' | 'purge';
type Need = 'ids' | 'text' | 'email';

/** Every command: its French names, which editors type, and what it cannot do without. Scripts use English. */
const COMMANDS: Readonly<Record<CommandName, { words: readonly string[]; needs: readonly Need[] }>> = {
  interactive: { words: [], needs: [] },
  list: { words: ['liste'], needs: [] },
  read: { words: ['lire'], needs: ['ids'] },
  accept: { words: ['accepter'], needs: ['ids'] },
  reject: { words: ['refuser'], needs: ['ids'] },
  reply: { words: ['repondre', 'répondre'], needs: ['ids', 'text'] },
  erase: { words: ['effacer'], needs: ['email'] },
  discard: { words: ['supprimer'], needs: ['ids'] },
  purge: { words: ['purger'], needs: [] },
};

const OPTIONS = {
  json: { type: 'boolean', default: false },
  texte: { type: 'string', default: '', english: 'text' },
  auteur: { type: 'string', english: 'author' },
  email: { type: 'string', default: '' },
} as const;

/** A command of moderation, with its arguments. */
export interface Arguments {
  command: CommandName;
  /** Names of comments and reports, or of damaged files. */
  ids: string[];
  json: boolean;
  text: string;
  author: string | undefined;
  email: string;
}

/** Reads the command line. @returns `null` when it is not understood */
export function readArguments(argv: readonly string[]): Arguments | 'help' | null {
  if (argv.includes('--aide') || argv.includes('--help')) return 'help';
  try {
    const { options, names } = readOptions(OPTIONS, argv);
    const [word = 'interactive', ...ids] = names;
    const [command, spec] =
      Object.entries(COMMANDS).find(([name, { words }]) => name === word || words.includes(word)) ?? [];
    const { json, texte: text, auteur: author, email } = options;
    const has = { ids: ids.length > 0, text: text.trim() !== '', email: email.trim() !== '' };
    if (!spec?.needs.every((need) => has[need])) return null;
    return { command: command as CommandName, ids, json, text, author, email };
  } catch {
    return null;
  }
}
