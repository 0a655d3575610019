import { typeset } from '#lib/typography/typeset.ts';
import type { Rule, Severity } from '#content/checks/rule.ts';

const MEANINGS: Readonly<Record<Severity, readonly [title: string, meaning: string]>> = {
  erreur: ['Erreurs', 'À corriger : la commande échoue tant qu’il en reste une.'],
  avertissement: [
    'Avertissements',
    'À vérifier : la commande les signale sans échouer, sauf avec `--strict`.',
  ],
  note: ['Notes', 'Pour information : rien n’est à corriger avant de publier.'],
};

/** Writes content/REGLES.md, the description of every rule for editors. */
export function formatRulesPage(rules: readonly Rule[]): string {
  const parts = (Object.entries(MEANINGS) as [Severity, readonly [string, string]][]).map(
    ([severity, [title, meaning]]) => {
      const listed = rules.filter((rule) => rule.severity === severity);
      return [`## ${title}`, typeset(meaning), ...listed.map(formatRule)].join('\n\n');
    },
  );
  const introduction = typeset(
    'Ce que `npm run check` vérifie. Cette page est générée par `npm run check -- --regles` : ne la modifiez pas à la main.',
  );
  return `${['# Les règles de la rédaction', introduction, ...parts].join('\n\n')}\n`;
}

function formatRule({ name, description, example }: Rule): string {
  return [`### ${capitalised(name)}`, typeset(description), `    ${example}`].join('\n\n');
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
