import { parseArgs } from 'node:util';
import { inFrench, optionsHelp } from '#cli/options.ts';

const OPTIONS = {
  aide: { type: 'boolean', default: false },
  corriger: { type: 'boolean', default: false },
  depuis: { type: 'string' },
  erreurs: { type: 'boolean', default: false },
  externes: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  notes: { type: 'boolean', default: false },
  regle: { type: 'string', multiple: true, default: [] as string[] },
  regles: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
} as const;

const ABOUTS: Readonly<Record<keyof typeof OPTIONS, string>> = {
  aide: 'afficher cette aide',
  corriger: 'enregistrer les corrections sûres (espaces, guillemets, accents des majuscules)',
  depuis: 'ne vérifier que ce qui a changé depuis une version de Git (HEAD : la dernière enregistrée)',
  erreurs: 'n’appliquer que les règles qui bloquent la publication',
  externes: 'vérifier aussi les liens vers d’autres sites',
  json: 'écrire le résultat en JSON, pour un programme',
  notes: 'afficher les notes une par une',
  regle: 'n’appliquer que cette règle (à répéter pour en appliquer plusieurs)',
  regles: 'générer content/REGLES.md, la liste des règles',
  strict: 'échouer aussi en cas d’avertissement',
};

const ENGLISH = { external: 'externes', fix: 'corriger', help: 'aide', since: 'depuis' };

/** Reads the command's options and names; `null` when one does not exist. */
export function readOptions(given: readonly string[]) {
  try {
    const args = inFrench(given, ENGLISH);
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    return { ...values, names: positionals };
  } catch {
    return null;
  }
}

/** What « --aide » answers. */
export function helpText(): string {
  return optionsHelp('npm run check -- [options] [nom d’article ou de page, ou chemin]…', ABOUTS);
}
