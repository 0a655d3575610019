import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { isSlug, slugify } from '#lib/slugs.ts';
import type { KnownNames } from './check-article.ts';
import { checkData } from './check-data.ts';
import { checkReference } from './check-reference.ts';
import type { ContentProblem, Place } from '#model/problems.ts';
import { authorSchema, type CategoryFile, categorySchema, tagsFileSchema } from '#model/schema.ts';
import { siteSchema } from '#model/site-schema.ts';
import type { YamlSource } from '#content/files/yaml-source.ts';

/** Licences under which anybody may copy and adapt, and so mine, a text. */
const OPEN_LICENCE = /^https:\/\/creativecommons\.org\/(?:licenses\/by(?:-sa)?|publicdomain)\//u;

/** Checks what articles cite (categories, authors, tags), and the settings of the site. */
export async function checkLists(root: string): Promise<{ problems: ContentProblem[]; known: KnownNames }> {
  const content = join(root, 'content');
  const problems: ContentProblem[] = [];
  const categories = new Map<string, PlacedCategory>();
  for (const path of await listFiles(join(content, 'categories'), '.yaml')) {
    const { file, text } = await readText(root, path);
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
    const { file, text } = await readText(root, path);
    problems.push(...checkData(authorSchema, text, file).problems, ...checkFileName(file));
    authors.add(baseName(path));
  }

  const tagsFile = await readText(root, join(content, 'tags.yaml'));
  const tagsData = checkData(tagsFileSchema, tagsFile.text, tagsFile.file);
  problems.push(...tagsData.problems, ...checkTags(tagsData.data ?? [], tagsData.source, tagsFile.file));
  const tags = new Set((tagsData.data ?? []).flatMap(({ name, aliases }) => [name, ...aliases]));

  const siteFile = await readText(root, join(content, 'site.yaml'));
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

  const { licence, crawlers } = site.data ?? {};
  if (licence && crawlers && !crawlers.training && OPEN_LICENCE.test(licence.url)) {
    problems.push({
      file: siteFile.file,
      ...site.source.placeOfValue(['crawlers', 'training']),
      message: `La licence « ${licence.name} » autorise la réutilisation des textes, et cette ligne réserve leur fouille`,
      remedy: 'Écrivez « training: true », ou supprimez « licence » pour réserver tous les droits',
    });
  }

  return { problems, known: { categories, tags, authors } };
}

/** A file of the content, by its path from the project's folder. */
export async function readText(root: string, path: string): Promise<{ file: string; text: string }> {
  return { file: relative(root, path).replaceAll('\\', '/'), text: await readFile(path, 'utf8') };
}

/** The files of a folder that end so, in the order of their names. */
async function listFiles(folder: string, extension: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => join(folder, name));
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

/** A section, and where its file names the one above it. */
type PlacedCategory = CategoryFile & { place: Place };

/** Categories have two levels: a parent is never a child. */
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
    if ((slug ?? slugify(name)) === '')
      return [
        {
          file,
          ...source.placeOfValue([index, 'name']),
          message: `« ${name} » ne contient ni lettre latine ni chiffre pour former une adresse`,
          remedy: 'Donnez-lui un « slug », par exemple « slug: etiquette »',
        },
      ];
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
        remedy: 'Supprimez-en une, ou donnez-lui un autre « slug »',
      },
    ];
  });
}

function baseName(path: string): string {
  return path.replace(/^.*[\\/]/u, '').replace(/\.yaml$/u, '');
}
