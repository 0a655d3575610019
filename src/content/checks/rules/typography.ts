import { typesetRun } from '#lib/typography/typeset.ts';
import { type Change, changesBetween } from '#content/checks/project/changes.ts';
import type { ContentDocument } from '#content/checks/project/project.ts';
import { placeIn, proseOf, type Run, type Stretch } from '#content/checks/project/prose.ts';
import type { Rule, RuleProblem } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

/** The site typesets pages anyway: these notes explain why a page differs from its file. */
export const rule: Rule = {
  name: 'typographie',
  description:
    'Les espaces insécables, guillemets, apostrophes et abrégés que la page corrige d’elle-même peuvent l’être dans le fichier.',
  example: 'Qu\'est-ce que c\'est ? "Rien", le 1er juin...',
  severity: 'note',
  fixable: true,
  check: ({ documents }) =>
    documents.flatMap((document) => proseOf(document).flatMap((run) => notesOf(document, run))),
};

function notesOf(document: ContentDocument, { stretches }: Run): RuleProblem[] {
  const set = typesetRun(stretches.map((stretch) => stretch?.text ?? null));
  return stretches.flatMap((stretch, index) => {
    const after = set[index];
    if (!stretch || typeof after !== 'string') return [];
    return changesBetween(stretch.text, after).map((change) => noteOf(document, stretch, after, change));
  });
}

function noteOf(document: ContentDocument, stretch: Stretch, after: string, change: Change): RuleProblem {
  const { text, start } = stretch;
  const before = text.slice(change.start, change.end);
  const isSafe = start !== null && !before.includes('\n') && !change.replacement.includes('\n');
  const end = change.at + change.replacement.length;
  const [left = ''] = /\S{0,12}$/u.exec(after.slice(0, change.at)) ?? [];
  const [right = ''] = /^\S{0,12}/u.exec(after.slice(end)) ?? [];
  return {
    file: document.source.file,
    ...placeIn(document, stretch, change.start),
    message: fr`La page écrira : ${left + change.replacement + right}`,
    remedy: isSafe
      ? fr`Rien à faire ; ${'« npm run check -- --corriger »'} l’écrit aussi dans le fichier`
      : fr`Rien à faire`,
    ...(isSafe && {
      fix: { start: start + change.start, end: start + change.end, replacement: change.replacement },
    }),
  };
}
