import { isSlug, slugify } from '#lib/slugs.ts';
import { isTaken } from '#routes.ts';
import { splitArticle, uncutProblem } from '#content/files/article-file.ts';
import { checkBody } from './check-body.ts';
import { checkData } from './check-data.ts';
import type { ContentProblem } from '#model/problems.ts';
import { pageSchema } from '#model/schema.ts';
import { unreadableProblems } from '#content/checks/safety/text-safety.ts';

/**
 * Checks one of the magazine's own pages: its address, its fields, its text.
 *
 * @param page its path from the project's root, its text, and the files beside it
 */
export function checkPage(page: {
  file: string;
  text: string;
  neighbours: ReadonlySet<string>;
}): ContentProblem[] {
  const { file, text, neighbours } = page;
  const start = { file, line: 1, column: 1 };
  // The look at its safety has told why.
  if (unreadableProblems(file, text).length > 0) return [];
  const source = splitArticle(text);
  if (!source) return [uncutProblem(file, text, 'La page')];
  const name = file.replace(/^.*\/|\.mdx$/gu, '');
  const problems: ContentProblem[] = [];
  if (!isSlug(name)) {
    problems.push({
      ...start,
      message: `Le fichier « ${name}.mdx » ne peut pas servir d’adresse`,
      remedy: `Renommez-le « ${slugify(name)}.mdx »`,
    });
  } else if (isTaken(`/${name}/`)) {
    problems.push({
      ...start,
      message: `L’adresse « /${name}/ » est déjà prise par le site`,
      remedy: 'Donnez un autre nom au fichier',
    });
  }
  const { problems: faults } = checkData(pageSchema, source.frontMatter, file, source.firstLine);
  return [...problems, ...faults, ...checkBody(source.body, { file, neighbours })];
}
