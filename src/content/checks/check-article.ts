import { isSlug, slugify } from '#lib/slugs.ts';
import { parseDocument } from '#content/files/article-file.ts';
import { checkBody, missingPicture } from './check-body.ts';
import { checkReference } from './check-reference.ts';
import type { ContentProblem } from '#model/problems.ts';
import type { ArticleFile, CategoryFile } from '#model/schema.ts';
import type { YamlSource } from '#content/files/yaml-source.ts';

/** Names that articles may cite. */
export interface KnownNames {
  categories: ReadonlyMap<string, CategoryFile>;
  tags: ReadonlySet<string>;
  authors: ReadonlySet<string>;
}

export interface CheckedArticle {
  problems: ContentProblem[];
  /** The fields; `null` when they cannot be read. */
  data: ArticleFile | null;
  /** The MDX; empty when the file has no front matter. */
  body: string;
}

/** Checks one article: its slug, its fields, the names and pictures they cite, and its text. */
export function checkArticle(article: {
  file: string;
  text: string;
  neighbours: ReadonlySet<string>;
  known: KnownNames;
}): CheckedArticle {
  const { file, text, neighbours, known } = article;
  const { data, body, source, problems: faults } = parseDocument('article', file, text);
  if (body === null) return { problems: faults, data, body: '' };
  const problems = [
    ...checkSlug(file),
    ...faults,
    ...checkBody(body, { file, neighbours }),
    ...checkReferences(source, article, known),
  ];
  return { problems, data, body };
}

/** Checks the references even when some fields are invalid, so that one wrong field does not hide another. */
function checkReferences(
  source: YamlSource,
  { file, neighbours }: { file: string; neighbours: ReadonlySet<string> },
  known: KnownNames,
): ContentProblem[] {
  const at = (...path: PropertyKey[]) => source.placeOfValue(path);
  const { category, tags, authors, cover } = (source.readable ?? {}) as Readonly<Record<string, unknown>>;
  const problems: ContentProblem[] = [];
  if (typeof category === 'string')
    problems.push(...checkReference('category', category, known.categories.keys(), file, at('category')));
  for (const [index, tag] of textsIn(tags))
    problems.push(...checkReference('tag', tag, known.tags, file, at('tags', index)));
  for (const [index, author] of textsIn(authors))
    problems.push(...checkReference('author', author, known.authors, file, at('authors', index)));
  const picture = (cover as { src?: unknown } | undefined)?.src;
  if (typeof picture === 'string' && !neighbours.has(picture.replace(/^\.\//u, '')))
    problems.push({ file, ...at('cover', 'src'), ...missingPicture(picture, neighbours) });
  // A line with a YAML error does not have its original value.
  return problems.filter(({ line }) => !source.faultyLines.has(line));
}

function textsIn(list: unknown): [index: number, name: string][] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((name: unknown, index) =>
    typeof name === 'string' ? [[index, name] as [number, string]] : [],
  );
}

function checkSlug(file: string): ContentProblem[] {
  const folder = file.split('/').at(-2) ?? '';
  if (isSlug(folder)) return [];
  return [
    {
      file,
      line: 1,
      column: 1,
      message: `Le dossier « ${folder} » ne peut pas servir d’adresse`,
      remedy: `Renommez-le « ${slugify(folder)} »`,
    },
  ];
}
