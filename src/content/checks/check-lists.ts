import {
  type ContentFile,
  readAuthorFiles,
  readCategoryFiles,
  readSite,
  readTagsFile,
} from '#content/files/content-file.ts';
import type { YamlSource } from '#content/files/yaml-source.ts';
import { isSlug, slugify } from '#lib/slugs.ts';
import type { ContentProblem } from '#model/problems.ts';
import type { CategoryFile } from '#model/schema.ts';
import type { SiteFile } from '#model/site-schema.ts';
import type { KnownNames } from './check-article.ts';
import { checkReference } from './check-reference.ts';

/** Licences that let anybody copy and adapt a text, and therefore use it to train AI. */
const OPEN_LICENCE = /^https:\/\/creativecommons\.org\/(?:licenses\/by(?:-sa)?|publicdomain)\//u;

/** Checks content/site.yaml and the lists of categories, authors and tags. */
export function checkLists(root: string): { problems: ContentProblem[]; known: KnownNames } {
  const categoryFiles = readCategoryFiles(root);
  const authorFiles = readAuthorFiles(root);
  const tagsFile = readTagsFile(root);
  const site = readSite(root);
  const categories = new Map(
    [...categoryFiles].flatMap(([slug, { data }]) => (data ? [[slug, data] as const] : [])),
  );
  const tags = tagsFile.data ?? [];
  const problems = [
    ...[...categoryFiles, ...authorFiles].flatMap(([slug, file]) => [
      ...file.problems,
      ...checkFileName(slug, file.file),
    ]),
    ...checkParents(categoryFiles, categories),
    ...tagsFile.problems,
    ...checkTags(tags, tagsFile.source, tagsFile.file),
    ...site.problems,
    ...(site.data ? checkSite(site.data, site, categories) : []),
  ];
  return {
    problems,
    known: {
      categories,
      tags: new Set(tags.flatMap(({ name, aliases }) => [name, ...aliases])),
      authors: new Set(authorFiles.keys()),
    },
  };
}

function checkSite(
  { navigation, licence, crawlers }: SiteFile,
  { file, source }: ContentFile<SiteFile>,
  categories: ReadonlyMap<string, CategoryFile>,
): ContentProblem[] {
  const problems = navigation.flatMap(({ category }, index) => {
    const place = source.placeOfValue(['navigation', index, 'category']);
    return checkReference('category', category, categories.keys(), file, place);
  });
  if (licence && !crawlers.training && OPEN_LICENCE.test(licence.url))
    problems.push({
      file,
      ...source.placeOfValue(['crawlers', 'training']),
      message: `La licence « ${licence.name} » autorise la réutilisation des textes, et cette ligne réserve leur fouille`,
      remedy: 'Écrivez « training: true », ou supprimez « licence » pour réserver tous les droits',
    });
  return problems;
}

/** Articles refer to a category or an author by its file name. */
function checkFileName(slug: string, file: string): ContentProblem[] {
  if (isSlug(slug)) return [];
  return [
    {
      file,
      line: 1,
      column: 1,
      message: `Le nom de fichier « ${slug} » ne peut pas servir d’adresse`,
      remedy: `Renommez-le « ${slugify(slug)}.yaml »`,
    },
  ];
}

/** Categories have two levels: a parent has no parent. */
function checkParents(
  files: ReadonlyMap<string, ContentFile<CategoryFile>>,
  categories: ReadonlyMap<string, CategoryFile>,
): ContentProblem[] {
  return [...files.values()].flatMap(({ file, source, data }) => {
    if (!data?.parent) return [];
    const place = source.placeOfValue(['parent']);
    if (!categories.get(data.parent)?.parent)
      return checkReference('category', data.parent, categories.keys(), file, place);
    return [
      {
        file,
        ...place,
        message: `« ${data.parent} » est déjà une sous-rubrique`,
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
