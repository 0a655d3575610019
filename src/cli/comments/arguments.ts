import { isReason, type RefusalReason } from '#comments/mail/messages.ts';
import { strings } from '#strings/site.ts';
import { readOptions } from '#cli/lib/options.ts';

const { reasons } = strings.moderationPages;

/**
 * The usage of the command. It is not among the typeset strings, because its options must be typed exactly as shown.
 */
export const USAGE = `Utilisation :
  npm run comments                                     lire et décider, pas à pas
  npm run comments -- liste [--json]                   lister ce qui est en attente
  npm run comments -- lire <nom>                       afficher un commentaire ou un signalement en entier
  npm run comments -- accepter <nom>…                  publier (pour un signalement : retirer le commentaire)
  npm run comments -- refuser <nom>… [--motif personne]   refuser (pour un signalement : l’écarter)
  npm run comments -- retirer <nom>… [--motif personne]   retirer un commentaire publié
  npm run comments -- annuler <nom>…                   annuler une décision de moins de dix minutes
  npm run comments -- repondre <nom> --texte "…" [--auteur "…"]   répondre à un commentaire ; s’il attend, le publier aussi
  npm run comments -- effacer <nom>…                   effacer ces commentaires
  npm run comments -- effacer --email nom@exemple.fr   effacer tout ce qui vient de cette adresse
  npm run comments -- purger                           effacer les refusés dont le délai de conservation a expiré
  npm run comments -- exporter <fichier.json>          écrire les commentaires publiés, pour une version du site
  npm run comments -- importer [<fichier.json>…]       reprendre des commentaires publiés ; sans fichier, ceux de content/comments
  npm run comments -- sauvegarder [<fichier>]          sauvegarder tout ; sans fichier, dans le dossier « backups » des données
  npm run comments -- restaurer <fichier> [--remplacer]   remettre une sauvegarde
  npm run comments -- --aide                           afficher cette aide
Motifs, donnés à l’auteur s’il a laissé une adresse : ${Object.keys(reasons).join(', ')} (par défaut : autre)`;

/**
 * Every command: its French names, which editors type, and the arguments that it requires. Scripts use the English
 * keys.
 */
const COMMANDS = {
  interactive: { words: [], needs: [] },
  list: { words: ['liste'], needs: [] },
  read: { words: ['lire'], needs: ['names'] },
  accept: { words: ['accepter'], needs: ['names'] },
  reject: { words: ['refuser'], needs: ['names'] },
  withdraw: { words: ['retirer'], needs: ['names'] },
  undo: { words: ['annuler'], needs: ['names'] },
  reply: { words: ['repondre', 'répondre'], needs: ['names', 'text'] },
  erase: { words: ['effacer'], needs: ['writer'] },
  purge: { words: ['purger'], needs: [] },
  export: { words: ['exporter'], needs: ['names'] },
  import: { words: ['importer'], needs: [] },
  backup: { words: ['sauvegarder'], needs: [] },
  restore: { words: ['restaurer'], needs: ['names'] },
} as const satisfies Record<string, { words: readonly string[]; needs: readonly Need[] }>;

type Need = 'names' | 'text' | 'writer';
export type CommandName = keyof typeof COMMANDS;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  texte: { type: 'string', default: '', english: 'text' },
  motif: { type: 'string', default: 'autre', english: 'reason' },
  auteur: { type: 'string', english: 'author' },
  email: { type: 'string', default: '' },
  remplacer: { type: 'boolean', default: false, english: 'replace' },
} as const;

/** A command of moderation, with its arguments. */
export interface Arguments {
  command: CommandName;
  /** Ids of comments and reports, or paths of files. */
  names: string[];
  json: boolean;
  text: string;
  author: string | undefined;
  /** Why a comment is rejected or withdrawn. */
  reason: RefusalReason;
  email: string;
  /** Whether a restored backup may replace existing comments. */
  replaces: boolean;
}

/** Reads the command line. @returns `null` when it is not understood */
export function readArguments(argv: readonly string[]): Arguments | 'help' | null {
  if (argv.includes('--aide') || argv.includes('--help')) return 'help';
  try {
    const { options, names: given } = readOptions(OPTIONS, argv);
    const [word = 'interactive', ...names] = given;
    const found = Object.entries(COMMANDS).find(
      ([name, { words }]) => name === word || (words as readonly string[]).includes(word),
    );
    if (!found) return null;
    const [command, { needs }] = found as [CommandName, { needs: readonly Need[] }];
    const { json, texte: text, auteur: author, motif: reason, email, remplacer: replaces } = options;
    if (!isReason(reason)) return null;
    const hasNames = names.length > 0;
    const hasEmail = email.trim() !== '';
    const has = { names: hasNames, text: text.trim() !== '', writer: hasNames !== hasEmail };
    if (!needs.every((need) => has[need])) return null;
    return { command, names, json, text, author, reason, email, replaces };
  } catch {
    return null;
  }
}
