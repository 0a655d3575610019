import { isSlug, slugify } from '#lib/slugs.ts';
import { parseDocument } from '#content/files/article-file.ts';
import { unreadableProblems } from '#content/checks/safety/text-safety.ts';
import { type ContentProblem, START } from '#model/problems.ts';
import type { ArticleFile, CategoryFile } from '#model/schema.ts';
import { valueAt, type YamlSource } from '#content/files/yaml-source.ts';
import { isTaken } from '#routes.ts';
import { checkBody, missingPicture } from './body.ts';
import { checkReference } from './reference.ts';
import { type Report, reportTo } from './report.ts';

/** Names that articles may cite. */
export interface KnownNames {
  categories: ReadonlyMap<string, CategoryFile>;
  tags: ReadonlySet<string>;
  authors: ReadonlySet<string>;
}

/** The file of an article or of a page. */
interface WrittenDocument {
  /** Path from the project's root, with « / ». */
  file: string;
  text: string;
  /** Names of the files beside it. */
  neighbours: ReadonlySet<string>;
}

export interface CheckedArticle {
  problems: ContentProblem[];
  /** The fields; `null` when they cannot be read. */
  data: ArticleFile | null;
  /** The MDX; empty when the file has no front matter. */
  body: string;
}

/** Checks one article: its slug, its fields, the names and pictures they cite, and its text. */
export function checkArticle({ known, ...article }: WrittenDocument & { known: KnownNames }): CheckedArticle {
  const { file, text, neighbours } = article;
  const { data, body, source, problems: faults } = parseDocument('article', file, text);
  if (body === null) return { problems: faults, data, body: '' };
  const problems: ContentProblem[] = [];
  const folder = file.split('/').at(-2) ?? '';
  if (!isSlug(folder))
    reportTo(problems, file)(
      START,
      `Le dossier « ${folder} » ne peut pas servir d’adresse`,
      `Renommez-le « ${slugify(folder)} »`,
    );
  problems.push(...faults, ...checkBody(body, article));
  const cited: ContentProblem[] = [];
  checkReferences(source, neighbours, known, reportTo(cited, file));
  // References on a line with a YAML error are not reported, because the repaired line differs from what the editor
  // wrote.
  problems.push(...cited.filter(({ line }) => !source.faultyLines.has(line)));
  return { problems, data, body };
}

/** Checks the references even when some fields are invalid, so that one wrong field does not hide another. */
function checkReferences(
  source: YamlSource,
  neighbours: ReadonlySet<string>,
  { categories, tags, authors }: KnownNames,
  report: Report,
): void {
  const cite = (kind: 'category' | 'tag' | 'author', field: string, names: Iterable<string>) => {
    const isList = Array.isArray(valueAt(source.readable, [field]));
    // The schema already reports a text where a list is expected, or a list where a text is expected.
    if (isList === (kind === 'category')) return;
    for (const { text, ...place } of source.textsAt([field]))
      checkReference([kind, text], names, place, report);
  };
  cite('category', 'category', [...categories.keys()]);
  cite('tag', 'tags', tags);
  cite('author', 'authors', authors);
  const picture = valueAt(source.readable, ['cover', 'src']);
  if (typeof picture !== 'string' || neighbours.has(picture.replace(/^\.\//u, ''))) return;
  const { message, remedy } = missingPicture(picture, neighbours);
  report(source.placeOfValue(['cover', 'src']), message, remedy);
}

/** Checks one of the magazine's own pages: its address, its fields, its text. */
export function checkPage(page: WrittenDocument): ContentProblem[] {
  const { file, text } = page;
  // The safety check has already reported this file.
  if (unreadableProblems(file, text).length > 0) return [];
  const { body, problems: faults } = parseDocument('page', file, text);
  if (body === null) return faults;
  const problems: ContentProblem[] = [];
  const report = reportTo(problems, file);
  const name = file.replace(/^.*\/|\.mdx$/gu, '');
  if (!isSlug(name))
    report(
      START,
      `Le fichier « ${name}.mdx » ne peut pas servir d’adresse`,
      `Renommez-le « ${slugify(name)}.mdx »`,
    );
  else if (isTaken(`/${name}/`))
    report(START, `L’adresse « /${name}/ » est déjà prise par le site`, 'Donnez un autre nom au fichier');
  return [...problems, ...faults, ...checkBody(body, page)];
}
