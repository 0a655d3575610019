import { splitArticle } from '#content/files/article-file.ts';
import { checkBody } from '#content/checks/check-body.ts';
import { checkData } from '#content/checks/check-data.ts';
import type { ContentProblem } from '#model/problems.ts';
import { articleFileSchema, pageSchema } from '#model/schema.ts';

const MOST_SHOWN = 5;
const MENTIONED = /\.\/([\w.-]+)/gu;

/**
 * What stops a text from being published, in one message; `null` when nothing does, or when it is a draft.
 * These are the checks of « npm run check » that need the file alone.
 *
 * @param kind `article` or `page`
 */
export function refusalOf(kind: 'article' | 'page', text: string): string | null {
  const source = splitArticle(text);
  if (!source) return null;
  const schema = kind === 'article' ? articleFileSchema : pageSchema;
  const fields = checkData(schema, source.frontMatter, '', source.firstLine);
  const isDraft = (fields.source.data as { draft?: unknown } | null)?.draft === true;
  // Which pictures there are is not known here: those that are named count as present.
  const neighbours = new Set(Array.from(text.matchAll(MENTIONED), ([, name = '']) => name));
  const shift = source.body.length - source.body.trimStart().length;
  const firstLine = source.body.slice(0, shift).split('\n').length;
  const faults = [
    ...fields.problems.map(({ message, remedy }) => `${message} → ${remedy}.`),
    ...checkBody(source.body, { file: '', neighbours }).map((problem) => describe(problem, firstLine)),
  ];
  if (isDraft || faults.length === 0) return null;
  const others = faults.length - MOST_SHOWN;
  return [
    'Ce texte ne peut pas encore être publié.',
    ...faults.slice(0, MOST_SHOWN),
    ...(others > 0 ? [`Et ${others} de plus.`] : []),
    kind === 'article'
      ? 'Corrigez-le, ou cochez « Brouillon » pour enregistrer votre travail en attendant.'
      : 'Corrigez-le, puis enregistrez de nouveau.',
  ].join('\n');
}

function describe({ line, message, remedy }: ContentProblem, firstLine: number): string {
  return `Texte, ligne ${line - firstLine + 1} : ${message} → ${remedy}.`;
}
