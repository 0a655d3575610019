import { isSlug, slugify } from '#lib/slugs.ts';
import { parseDocument } from '#content/files/article-file.ts';
import { unreadableProblems } from '#content/checks/safety/text-safety.ts';
import type { ContentProblem } from '#model/problems.ts';
import { isTaken } from '#routes.ts';
import { checkBody } from './check-body.ts';

/**
 * Checks one of the magazine's own pages: its address, its fields, its text.
 *
 * @param page its path from the project's root, its text, and the names of the files beside it
 */
export function checkPage({
  file,
  text,
  neighbours,
}: {
  file: string;
  text: string;
  neighbours: ReadonlySet<string>;
}): ContentProblem[] {
  // The safety check has already reported this file.
  if (unreadableProblems(file, text).length > 0) return [];
  const { body, problems } = parseDocument('page', file, text);
  if (body === null) return problems;
  return [...checkAddress(file), ...problems, ...checkBody(body, { file, neighbours })];
}

function checkAddress(file: string): ContentProblem[] {
  const start = { file, line: 1, column: 1 };
  const name = file.replace(/^.*\/|\.mdx$/gu, '');
  if (!isSlug(name))
    return [
      {
        ...start,
        message: `Le fichier « ${name}.mdx » ne peut pas servir d’adresse`,
        remedy: `Renommez-le « ${slugify(name)}.mdx »`,
      },
    ];
  if (!isTaken(`/${name}/`)) return [];
  return [
    {
      ...start,
      message: `L’adresse « /${name}/ » est déjà prise par le site`,
      remedy: 'Donnez un autre nom au fichier',
    },
  ];
}
