import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { isSlug, slugify } from '#lib/slugs.ts';
import { checkArticles } from './check-articles.ts';
import { checkComments } from './check-comments.ts';
import { checkData } from './check-data.ts';
import { checkPage } from './check-page.ts';
import { checkReference } from './check-reference.ts';
import { checkSafety } from './check-safety.ts';
import type { ContentProblem, Place } from './problems.ts';
import {
  authorSchema,
  type CategoryFile,
  type FrontPageFile,
  categorySchema,
  frontPageSchema,
  tagsFileSchema,
} from './schema.ts';
import { siteSchema } from './site-schema.ts';
import type { YamlSource } from './yaml-source.ts';

const REQUIRED_FILES = ['tags.yaml', 'site.yaml', 'front-page.yaml'];

/**
 * Checks a whole content folder: every field, every reference, every picture, every component.
 *
 * @param root the project's folder, which holds content/
 * @returns all problems, by file and line; none when the content may be published
 */
export async function checkContent(root: string): Promise<ContentProblem[]> {
  const content = join(root, 'content');
  const read = async (path: string) => ({
    file: relative(root, path).replaceAll('\\', '/'),
    text: await readFile(path, 'utf8'),
  });
  const lacking = REQUIRED_FILES.filter((name) => !existsSync(join(content, name)));
  if (lacking.length > 0) {
    return lacking.map((name) => ({
      file: `content/${name}`,
      line: 1,
      column: 1,
      message: 'Ce fichier manque',
      remedy: 'Remettez-le : le magazine ne se construit pas sans lui',
    }));
  }
  const problems = await checkSafety(root);
  if (problems.length > 0) return sortProblems(problems);

  const categories = new Map<string, PlacedCategory>();
  for (const path of await listFiles(join(content, 'categories'), '.yaml')) {
    const { file, text } = await read(path);
    const checked = checkData(categorySchema, text, file);
    problems.push(...checked.problems, ...checkFileName(file));
    if (checked.data) {
      const place = checked.source.placeOfValue(['parent']);
      categories.set(baseName(path), { ...checked.data, place });
    }
  }
  problems.push(...checkTree(categories));

  const authors = new Set<string>();
  for (const path of await listFiles(join(content, 'authors'), '.yaml')) {
    const { file, text } = await read(path);
    problems.push(...checkData(authorSchema, text, file).problems, ...checkFileName(file));
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
    problems.push(
      ...checkReference(
        'La rubrique',
        category,
        categories.keys(),
        'content/categories/',
        siteFile.file,
        place,
      ),
    );
  });

  const frontFile = await read(join(content, 'front-page.yaml'));
  const front = checkData(frontPageSchema, frontFile.text, frontFile.file);
  problems.push(...front.problems);

  // A fault in the lists would make every article that cites them look wrong.
  if (problems.length > 0) return sortProblems(problems);

  const articles = await checkArticles(root, { categories, tags, authors });
  problems.push(...articles.problems);
  const { slugs } = articles;
  if (front.data)
    problems.push(...checkFrontPage(front.data, front.source, frontFile.file, slugs, categories.keys()));

  problems.push(...(await checkComments(root, slugs)));

  const pagesFolder = join(content, 'pages');
  const neighbours = new Set(await readdir(pagesFolder));
  for (const path of await listFiles(pagesFolder, '.mdx'))
    problems.push(...checkPage({ ...(await read(path)), neighbours }));
  return sortProblems(problems);
}

function checkFrontPage(
  { lead, seconds, sections }: FrontPageFile,
  source: YamlSource,
  file: string,
  slugs: readonly string[],
  categories: Iterable<string>,
): ContentProblem[] {
  const known = [...categories];
  return [
    ...checkReference('L’article', lead, slugs, 'content/articles/', file, source.placeOfValue(['lead'])),
    ...seconds.flatMap((slug, index) =>
      checkReference(
        'L’article',
        slug,
        slugs,
        'content/articles/',
        file,
        source.placeOfValue(['seconds', index]),
      ),
    ),
    ...sections.flatMap((slug, index) =>
      checkReference(
        'La rubrique',
        slug,
        known,
        'content/categories/',
        file,
        source.placeOfValue(['sections', index]),
      ),
    ),
  ];
}

/** Articles cite a category or an author by the name of its file. */
function checkFileName(file: string): ContentProblem[] {
  const name = baseName(file);
  if (isSlug(name)) return [];
  return [
    {
      file,
      line: 1,
      column: 1,
      message: `Le nom de fichier « ${name} » ne peut pas servir d’adresse`,
      remedy: `Renommez-le « ${slugify(name)}.yaml »`,
    },
  ];
}

/** Categories have two levels: a parent is never a child. */
/** A section, and where its file names the one above it. */
type PlacedCategory = CategoryFile & { place: Place };

function checkTree(categories: ReadonlyMap<string, PlacedCategory>): ContentProblem[] {
  return [...categories].flatMap(([slug, { parent, place }]) => {
    if (!parent) return [];
    const file = `content/categories/${slug}.yaml`;
    const mother = categories.get(parent);
    if (!mother)
      return checkReference('La rubrique', parent, categories.keys(), 'content/categories/', file, place);
    if (!mother.parent) return [];
    return [
      {
        file,
        ...place,
        message: `« ${parent} » est déjà une sous-rubrique`,
        remedy: 'Choisissez comme « parent » une rubrique principale',
      },
    ];
  });
}

function checkTags(
  tags: readonly { name: string; slug?: string | undefined; aliases: string[] }[],
  source: YamlSource,
  file: string,
): ContentProblem[] {
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
  return names
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => join(folder, name));
}

function baseName(path: string): string {
  return path.replace(/^.*[\\/]/u, '').replace(/\.yaml$/u, '');
}

function sortProblems(problems: ContentProblem[]): ContentProblem[] {
  return problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}
