import { listedTexts, readListSource } from '#content/checks/project/list-source.ts';
import type { Rule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

export const rule: Rule = {
  name: 'première page',
  description: 'Les articles de la première page sont publiés.',
  example: 'lead: un-article-remis-en-brouillon',
  severity: 'avertissement',
  check({ root, documents, now }) {
    const front = readListSource(root, 'front-page.yaml');
    if (!front) return [];
    const lead = (front.fields.readable as { lead?: unknown } | null | undefined)?.lead;
    const named = [
      ...(typeof lead === 'string' ? [{ text: lead, ...front.fields.placeOfValue(['lead']) }] : []),
      ...listedTexts(front.fields, ['seconds']),
    ];
    return named.flatMap(({ text, line, column }) => {
      const article = documents.find(({ kind, slug }) => kind === 'article' && slug === text)?.article;
      if (!article || (!article.draft && article.publishedAt <= now)) return [];
      return [
        {
          file: front.file,
          line,
          column,
          message: article.draft ? fr`« ${text} » est un brouillon` : fr`« ${text} » n’est pas encore publié`,
          remedy: fr`Jusqu’à sa publication, l’article publié le plus récent prend sa place`,
          waits: true as const,
        },
      ];
    });
  },
};
