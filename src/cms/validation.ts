import { parseDocument } from '#content/files/article-file.ts';
import { checkBody } from '#content/checks/body.ts';
import type { ContentProblem } from '#model/problems.ts';

const MAX_SHOWN = 5;
const RELATIVE_PATH = /\.\/([\w.-]+)/gu;

/**
 * Returns a message that explains why a text cannot be published; `null` when it can be, or when it is a draft. It runs
 * the checks of « npm run check » that need no other file.
 */
export function validationMessage(kind: 'article' | 'page', text: string): string | null {
  const { body, ...fields } = parseDocument(kind, '', text);
  if (body === null) return null;
  const isDraft = (fields.source.data as { draft?: unknown } | null)?.draft === true;
  // The folder of the file is unknown here, so all pictures that the text mentions count as present.
  const neighbours = new Set(Array.from(text.matchAll(RELATIVE_PATH), ([, name = '']) => name));
  const indent = body.length - body.trimStart().length;
  const firstLine = body.slice(0, indent).split('\n').length;
  const errors = [
    ...fields.problems.map(({ message, remedy }) => `${message} → ${remedy}.`),
    ...checkBody(body, { file: '', neighbours }).map((problem) => describe(problem, firstLine)),
  ];
  if (isDraft || errors.length === 0) return null;
  const others = errors.length - MAX_SHOWN;
  return [
    'Ce texte ne peut pas encore être publié.',
    ...errors.slice(0, MAX_SHOWN),
    ...(others > 0 ? [`Et ${others} de plus.`] : []),
    kind === 'article'
      ? 'Corrigez-le, ou cochez « Brouillon » pour enregistrer votre travail en attendant.'
      : 'Corrigez-le, puis enregistrez de nouveau.',
  ].join('\n');
}

function describe({ line, message, remedy }: ContentProblem, firstLine: number): string {
  return `Texte, ligne ${line - firstLine + 1} : ${message} → ${remedy}.`;
}
