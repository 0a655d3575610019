import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { nearest } from '#lib/nearest.ts';
import { isSlug, slugify } from '#lib/slugs.ts';
import { splitArticle } from './article-file.ts';
import { checkBody } from './check-body.ts';
import { checkData } from './check-data.ts';
import { checkPage } from './check-page.ts';
import type { ContentProblem, Place } from './problems.ts';
import {
  articleFileSchema,
  authorSchema,
  type CategoryFile,
  categorySchema,
  siteSchema,
  tagsFileSchema,
} from './schema.ts';
import type { YamlSource } from './yaml-source.ts';

/** The names that articles may cite. */
export interface KnownNames {
  categories: ReadonlyMap<string, CategoryFile>;
  tags: ReadonlySet<string>;
  authors: ReadonlySet<string>;
}

/**
 * Checks a whole content folder: every field, every reference, every picture, every component.
 *
 * @param root the project's folder, which holds content/
 * @returns all problems, by file and line; none when the content may be published
 */
export async function checkContent(root: string): Promise<ContentProblem[]> {
  const content = join(root, 'content');
  const read = async (path: string) => ({ file: relative(root, path).replaceAll('\\', '/'), text: await readFile(path, 'utf8') });
  const problems: ContentProblem[] = [];

  const categories = new Map<string, CategoryFile>();
  for (const path of await listFiles(join(content, 'categories'), '.yaml')) {
    const { file, text } = await read(path);
    const checked = checkData(categorySchema, text, file);
    problems.push(...checked.problems);
    if (checked.data) categories.set(baseName(path), checked.data);
  }
  problems.push(...checkTree(categories));

  const authors = new Set<string>();
  for (const path of await listFiles(join(content, 'authors'), '.yaml')) {
    const { file, text } = await read(path);
    problems.push(...checkData(authorSchema, text, file).problems);
    authors.add(baseName(path));
  }

  const tagsFile = await read(join(content, 'tags.yaml'));
  const tagsData = checkData(tagsFileSchema, tagsFile.text, tagsFile.file);
  problems.push(...tagsData.problems, ...checkTags(tagsData.data ?? [], tagsData.source, tagsFile.file));
  const tags = new Set((tagsData.data ?? []).flatMap(({ name, aliases }) => [name, ...aliases]));

  const siteFile = await read(join(content, 'site.yaml'));
  const site = checkData(siteSchema, siteFile.text, siteFile.file);
  problems.push(...site.problems);
  site.data?.navigation.forEach(({ category }, index) => {
    const place = site.source.placeOfValue(['navigation', index, 'category']);
    problems.push(...checkReference('La rubrique', category, categories.keys(), 'content/categories/', siteFile.file, place));
  });

  // A fault in the lists would make every article that cites them look wrong.
  if (problems.length > 0) return sortProblems(problems);

  const folders = await listFolders(join(content, 'articles'));
  for (const folder of folders) {
    const neighbours = new Set(await readdir(folder));
    const path = join(folder, 'index.mdx');
    const file = relative(root, path).replaceAll('\\', '/');
    if (!neighbours.has('index.mdx')) {
      problems.push({ file, line: 1, column: 1, message: 'Ce dossier n’a pas d’article', remedy: 'Nommez le texte « index.mdx », ou retirez le dossier' });
      continue;
    }
    const text = await readFile(path, 'utf8');
    problems.push(...checkArticle({ file, text, neighbours, known: { categories, tags, authors } }));
  }

  const pagesFolder = join(content, 'pages');
  const neighbours = new Set(await readdir(pagesFolder));
  for (const path of await listFiles(pagesFolder, '.mdx')) problems.push(...checkPage({ ...(await read(path)), neighbours }));
  return sortProblems(problems);
}

/** Checks one article: its address, its fields, what they cite, its pictures and its text. */
export function checkArticle(article: {
  file: string;
  text: string;
  neighbours: ReadonlySet<string>;
  known: KnownNames;
}): ContentProblem[] {
  const { file, text, neighbours, known } = article;
  const source = splitArticle(text);
  if (!source) {
    return [{ file, line: 1, column: 1, message: 'L’article ne commence pas par ses champs', remedy: 'Écrivez-les entre deux lignes « --- », comme dans content/GUIDE.md' }];
  }
  const problems = checkSlug(file);
  const checked = checkData(articleFileSchema, source.frontMatter, file, source.firstLine);
  problems.push(...checked.problems, ...checkBody(source.body, { file, neighbours }));
  problems.push(...checkReferences(checked.source, article, known));
  return problems;
}

/** Reads what was written rather than what is valid: one wrong field does not hide another. */
function checkReferences(
  source: YamlSource,
  { file, neighbours }: { file: string; neighbours: ReadonlySet<string> },
  known: KnownNames,
): ContentProblem[] {
  const at = (...path: PropertyKey[]) => source.placeOfValue(path);
  const { category, tags, authors, cover } = (source.data ?? {}) as Readonly<Record<string, unknown>>;
  const problems: ContentProblem[] = [];
  if (typeof category === 'string') {
    problems.push(...checkReference('La rubrique', category, known.categories.keys(), 'content/categories/', file, at('category')));
  }
  writtenNames(tags).forEach(([index, tag]) => {
    problems.push(...checkReference('L’étiquette', tag, known.tags, 'content/tags.yaml', file, at('tags', index)));
  });
  writtenNames(authors).forEach(([index, author]) => {
    problems.push(...checkReference('La signature', author, known.authors, 'content/authors/', file, at('authors', index)));
  });
  const picture = (cover as { src?: unknown } | undefined)?.src;
  if (typeof picture === 'string' && !neighbours.has(picture.replace(/^\.\//u, ''))) {
    const meant = nearest(picture.replace(/^\.\//u, ''), neighbours);
    problems.push({
      file,
      ...at('cover', 'src'),
      message: `L’image « ${picture} » n’existe pas${meant ? ` : vouliez-vous dire « ./${meant} » ?` : ''}`,
      remedy: 'Copiez l’image dans le dossier de l’article, ou corrigez son nom',
    });
  }
  return problems;
}

function writtenNames(list: unknown): [index: number, name: string][] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((name: unknown, index) => (typeof name === 'string' ? [[index, name] as [number, string]] : []));
}

function checkReference(
  what: 'La rubrique' | 'L’étiquette' | 'La signature',
  name: string,
  known: Iterable<string>,
  where: string,
  file: string,
  place: Place,
): ContentProblem[] {
  const names = [...known];
  if (names.includes(name)) return [];
  const meant = nearest(name, names);
  return [
    {
      file,
      ...place,
      message: `${what} « ${name} » n’existe pas${meant ? ` : vouliez-vous dire « ${meant} » ?` : ''}`,
      remedy: `Corrigez le nom, ou ajoutez-le dans ${where}`,
    },
  ];
}

function checkSlug(file: string): ContentProblem[] {
  const folder = file.split('/').at(-2) ?? '';
  if (isSlug(folder)) return [];
  return [{ file, line: 1, column: 1, message: `Le dossier « ${folder} » ne peut pas servir d’adresse`, remedy: `Renommez-le « ${slugify(folder)} »` }];
}

/** Categories have two levels: a parent is never a child. */
function checkTree(categories: ReadonlyMap<string, CategoryFile>): ContentProblem[] {
  return [...categories].flatMap(([slug, { parent }]) => {
    if (!parent) return [];
    const file = `content/categories/${slug}.yaml`;
    const place = { line: 1, column: 1 };
    const mother = categories.get(parent);
    if (!mother) return checkReference('La rubrique', parent, categories.keys(), 'content/categories/', file, place);
    if (!mother.parent) return [];
    return [{ file, ...place, message: `« ${parent} » est déjà une sous-rubrique`, remedy: 'Choisissez comme « parent » une rubrique principale' }];
  });
}

function checkTags(tags: readonly { name: string; slug?: string | undefined; aliases: string[] }[], source: YamlSource, file: string): ContentProblem[] {
  const seen = new Map<string, string>();
  return tags.flatMap(({ name, slug, aliases }, index) => {
    const names = [name, ...aliases];
    const taken = names.find((written) => seen.has(written)) ?? null;
    const address = `/${slug ?? slugify(name)}`;
    const clash = taken ?? (seen.has(address) ? name : null);
    for (const written of [...names, address]) seen.set(written, name);
    if (clash === null) return [];
    return [
      {
        file,
        ...source.placeOfValue([index, 'name']),
        message: `« ${clash} » est déjà le nom, la variante ou l’adresse d’une étiquette`,
        remedy: 'Gardez-en une, ou donnez-lui un autre « slug »',
      },
    ];
  });
}

async function listFiles(folder: string, extension: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith(extension)).sort().map((name) => join(folder, name));
}

async function listFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name)).sort();
}

function baseName(path: string): string {
  return path.replace(/^.*[\\/]/u, '').replace(/\.yaml$/u, '');
}

function sortProblems(problems: ContentProblem[]): ContentProblem[] {
  return problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}
