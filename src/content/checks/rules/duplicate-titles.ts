import { slugify } from '#lib/slugs.ts';
import { fieldText } from '#content/checks/project/fields.ts';
import { publishedFirst } from '#content/checks/project/project.ts';
import type { Rule, RuleProblem } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

export const rule: Rule = {
  name: 'titres en double',
  description: 'Deux articles ou pages n’ont ni le même titre, ni le même chapô.',
  example: 'title: Le capital-risque expliqué, deux fois',
  severity: 'erreur',
  check({ documents, now }) {
    const first = new Map<string, string>();
    return publishedFirst(documents, now).flatMap((document) =>
      (['title', 'description'] as const).flatMap((name): RuleProblem[] => {
        const field = fieldText(document, [name]);
        if (!field) return [];
        const key = `${name} ${slugify(field.text)}`;
        const other = first.get(key);
        first.set(key, other ?? document.source.file);
        if (other === undefined) return [];
        return [
          {
            file: document.source.file,
            ...field.place,
            // Two interviews may begin with the same sentence.
            severity: name === 'title' ? 'erreur' : 'avertissement',
            message: `${name === 'title' ? fr`Ce titre` : fr`Ce chapô`} est déjà celui de ${other}`,
            remedy: fr`Changez l’un des deux : un lecteur ne saurait lequel choisir`,
          },
        ];
      }),
    );
  },
};
