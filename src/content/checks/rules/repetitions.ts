import { readFrontPage, readSite } from '#content/files/content-file.ts';
import { type ListedText, listedTexts } from '#content/checks/project/fields.ts';
import type { Rule, RuleProblem } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

export const rule: Rule = {
  name: 'répétitions',
  description:
    'Une liste ne nomme pas deux fois la même chose : étiquette, signature, article de la une, rubrique, réseau.',
  example: 'authors: la-redaction, deux fois',
  severity: 'avertissement',
  check({ root, documents, lists }) {
    const ofArticles = documents
      .filter(({ kind }) => kind === 'article')
      .flatMap(({ source: { file }, fields }) => [
        ...repeated(file, listedTexts(fields, ['tags']), (name) => lists.tagSlugs.get(name) ?? name),
        ...repeated(file, listedTexts(fields, ['authors'])),
      ]);
    const front = readFrontPage(root);
    const site = readSite(root);
    const lead = listedTexts(front.source, ['lead']);
    return [
      ...ofArticles,
      ...repeated(front.file, [...lead, ...listedTexts(front.source, ['seconds'])]),
      ...repeated(front.file, listedTexts(front.source, ['sections'])),
      ...repeated(site.file, listedTexts(site.source, ['navigation'], 'category')),
      ...repeated(site.file, listedTexts(site.source, ['follow', 'networks'], 'network')),
    ];
  },
};

function repeated(
  file: string,
  texts: readonly ListedText[],
  identityOf: (text: string) => string = (text) => text,
): RuleProblem[] {
  const first = new Map<string, ListedText>();
  return texts.flatMap(({ text, line, column }) => {
    const other = first.get(identityOf(text));
    if (!other) first.set(identityOf(text), { text, line, column });
    if (!other) return [];
    return [
      {
        file,
        line,
        column,
        message:
          other.text === text
            ? fr`« ${text} » est déjà nommé à la ligne ${other.line}`
            : fr`« ${text} » et « ${other.text} », à la ligne ${other.line}, désignent la même chose`,
        remedy: fr`Supprimez l’une des deux lignes`,
      },
    ];
  });
}
