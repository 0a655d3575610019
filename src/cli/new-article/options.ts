import { parseArgs } from 'node:util';
import { nearest } from '#lib/nearest.ts';
import { strings } from '#strings/site.ts';
import { inFrench, optionsHelp } from '#cli/options.ts';

/** Every option of the command, with what « --aide » says of it. */
const OPTIONS = {
  titre: { type: 'string', about: 'le titre de l’article' },
  adresse: { type: 'string', about: 'l’adresse de la page, si ce n’est pas celle du titre' },
  rubrique: { type: 'string', about: 'la rubrique : son nom, ou celui de son fichier' },
  etiquette: {
    type: 'string',
    multiple: true,
    about: 'une étiquette de la liste (autant de fois qu’il faut)',
  },
  'nouvelle-etiquette': { type: 'string', multiple: true, about: 'une étiquette à ajouter à la liste' },
  auteur: { type: 'string', about: 'la signature : son nom, ou celui de son fichier' },
  chapo: { type: 'string', about: 'le chapô, de 50 à 320 caractères (sans lui : brouillon)' },
  couverture: { type: 'string', about: 'le fichier de l’image de couverture (sans elle : brouillon)' },
  alt: { type: 'string', about: 'ce que l’image montre, pour les personnes qui ne la voient pas' },
  legende: { type: 'string', about: 'ce que l’image veut dire' },
  credit: { type: 'string', about: 'l’auteur de l’image' },
  brouillon: { type: 'boolean', about: 'laisser l’article en brouillon' },
  'sans-ouvrir': { type: 'boolean', about: 'ne pas ouvrir la page' },
  oui: { type: 'boolean', about: 'ne poser aucune question : ce qui manque est une erreur' },
  aide: { type: 'boolean', about: 'afficher cette aide' },
} as const;

export type OptionName = keyof typeof OPTIONS;
export type Options = ReturnType<typeof parse>['values'];

const parse = (args: string[]) =>
  parseArgs({ args: inFrench(args, { help: 'aide' }), options: OPTIONS, strict: true });

/** Reads the command's options, or says in French which one is wrong. */
export function readOptions(args: string[]): Options | string {
  try {
    return parse(args).values;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return strings.newArticle.loneOption(wrongPart(message));
    const written = wrongPart(message);
    return strings.newArticle.unknownOption(written, nearest(written, Object.keys(OPTIONS)));
  }
}

/** Node's message quotes what it does not understand. */
function wrongPart(message: string): string {
  return /'([^' ]+)/u.exec(message)?.[1] ?? message;
}

/** What « --aide » answers. */
export function helpText(): string {
  const abouts = Object.entries(OPTIONS).map(([name, { about }]) => [name, about] as const);
  return optionsHelp('npm run new -- [options]', Object.fromEntries(abouts));
}
