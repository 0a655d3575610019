import { nearest } from '#lib/nearest.ts';
import { isSlug, slugify } from '#lib/slugs.ts';
import { splitArticle, uncutProblem } from '#content/files/article-file.ts';
import { checkBody } from './check-body.ts';
import { checkData } from './check-data.ts';
import { checkReference } from './check-reference.ts';
import type { ContentProblem } from '#model/problems.ts';
import { type ArticleFile, articleFileSchema, type CategoryFile } from '#model/schema.ts';
import type { YamlSource } from '#content/files/yaml-source.ts';

/** The names that articles may cite. */
export interface KnownNames {
  categories: ReadonlyMap<string, CategoryFile>;
  tags: ReadonlySet<string>;
  authors: ReadonlySet<string>;
}

export interface CheckedArticle {
  problems: ContentProblem[];
  /** Its fields; `null` when they cannot be read. */
  data: ArticleFile | null;
  /** Its text; empty when the file cannot be cut. */
  body: string;
}

/** Checks one article: its address, its fields, what they cite, its pictures and its text. */
export function checkArticle(article: {
  file: string;
  text: string;
  neighbours: ReadonlySet<string>;
  known: KnownNames;
}): CheckedArticle {
  const { file, text, neighbours, known } = article;
  const source = splitArticle(text);
  if (!source) return { problems: [uncutProblem(file, text, 'L’article')], data: null, body: '' };
  const problems = checkSlug(file);
  const checked = checkData(articleFileSchema, source.frontMatter, file, source.firstLine);
  problems.push(...checked.problems, ...checkBody(source.body, { file, neighbours }));
  problems.push(...checkReferences(checked.source, article, known));
  return { problems, data: checked.data, body: source.body };
}

/** Reads what was written rather than what is valid: one wrong field does not hide another. */
function checkReferences(
  source: YamlSource,
  { file, neighbours }: { file: string; neighbours: ReadonlySet<string> },
  known: KnownNames,
): ContentProblem[] {
  const at = (...path: PropertyKey[]) => source.placeOfValue(path);
  const { category, tags, authors, cover } = (source.readable ?? {}) as Readonly<Record<string, unknown>>;
  const problems: ContentProblem[] = [];
  if (typeof category === 'string') {
    problems.push(
      ...checkReference(
        'La rubrique',
        category,
        known.categories.keys(),
        'content/categories/',
        file,
        at('category'),
      ),
    );
  }
  writtenNames(tags).forEach(([index, tag]) => {
    problems.push(
      ...checkReference('L’étiquette', tag, known.tags, 'content/tags.yaml', file, at('tags', index)),
    );
  });
  writtenNames(authors).forEach(([index, author]) => {
    problems.push(
      ...checkReference(
        'La signature',
        author,
        known.authors,
        'content/authors/',
        file,
        at('authors', index),
      ),
    );
  });
  const picture = (cover as { src?: unknown } | undefined)?.src;
  if (typeof picture === 'string' && !neighbours.has(picture.replace(/^\.\//u, ''))) {
    const meant = nearest(picture.replace(/^\.\//u, ''), neighbours);
    problems.push({
      file,
      ...at('cover', 'src'),
      message: `L’image « ${picture} » n’existe pas${meant ? ` : vouliez-vous dire « ./${meant} » ?` : ''}`,
      remedy: 'Copiez l’image dans le dossier de l’article ou corrigez son nom',
    });
  }
  // A name on a line that YAML cannot read is not as it was written.
  return problems.filter(({ line }) => !source.faultyLines.has(line));
}

function writtenNames(list: unknown): [index: number, name: string][] {
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
