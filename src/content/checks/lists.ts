import {
  type ContentFile,
  readAuthorFiles,
  readCategoryFiles,
  readSite,
  readTagsFile,
} from '#content/files/content-file.ts';
import { paletteOf } from '#lib/palette.ts';
import { isSlug, slugify, tagSlug } from '#lib/slugs.ts';
import { type ContentProblem, START } from '#model/problems.ts';
import type { CategoryFile } from '#model/schema.ts';
import type { SiteFile } from '#model/site-schema.ts';
import { checkAddressWords } from './address-words.ts';
import { checkLook } from './look.ts';
import type { KnownNames } from './document.ts';
import { checkReference } from './reference.ts';
import { reportTo } from './report.ts';

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
  const problems: ContentProblem[] = [];
  for (const [slug, { file, problems: own }] of [...categoryFiles, ...authorFiles]) {
    problems.push(...own);
    // Articles refer to a category or an author by its file name.
    if (!isSlug(slug))
      reportTo(problems, file)(
        START,
        `Le nom de fichier « ${slug} » ne peut pas servir d’adresse`,
        `Renommez-le « ${slugify(slug)}.yaml »`,
      );
  }
  const accents = site.data && paletteOf(site.data.colours).accents.map(({ name }) => name);
  for (const file of categoryFiles.values()) {
    checkParent(file, categories, problems);
    if (accents && file.data)
      checkReference(
        ['accent', file.data.accent],
        accents,
        file.source.placeOfValue(['accent']),
        reportTo(problems, file.file),
      );
  }
  problems.push(...tagsFile.problems);
  checkTags(tagsFile, problems);
  problems.push(...site.problems);
  checkSite(site, categories, problems);
  checkLook(root, site, problems);
  checkAddressWords(root, site, problems);
  const tags = new Set(tagsFile.data?.flatMap(({ name, aliases }) => [name, ...aliases]));
  return { problems, known: { categories, tags, authors: new Set(authorFiles.keys()) } };
}

function checkSite(
  { file, source, data }: ContentFile<SiteFile>,
  categories: ReadonlyMap<string, CategoryFile>,
  problems: ContentProblem[],
): void {
  if (!data) return;
  const report = reportTo(problems, file);
  for (const [index, { category }] of data.navigation.entries())
    checkReference(
      ['category', category],
      categories.keys(),
      source.placeOfValue(['navigation', index, 'category']),
      report,
    );
  const { licence, crawlers } = data;
  if (!licence && crawlers.training)
    report(
      source.placeOfValue(['crawlers', 'training']),
      'Tous les droits sont réservés, et cette ligne autorise l’entraînement des modèles',
      'Écrivez « training: false », ou donnez au magazine une « licence »',
    );
  if (licence && !crawlers.training && OPEN_LICENCE.test(licence.url))
    report(
      source.placeOfValue(['crawlers', 'training']),
      `La licence « ${licence.name} » autorise la réutilisation des textes, et cette ligne réserve leur fouille`,
      'Écrivez « training: true », ou supprimez « licence » pour réserver tous les droits',
    );
}

/** Categories have two levels: a parent has no parent. */
function checkParent(
  { file, source, data }: ContentFile<CategoryFile>,
  categories: ReadonlyMap<string, CategoryFile>,
  problems: ContentProblem[],
): void {
  if (!data?.parent) return;
  const report = reportTo(problems, file);
  const place = source.placeOfValue(['parent']);
  if (categories.get(data.parent)?.parent)
    report(
      place,
      `« ${data.parent} » est déjà une sous-rubrique`,
      'Choisissez comme « parent » une rubrique principale',
    );
  else checkReference(['category', data.parent], categories.keys(), place, report);
}

function checkTags(
  { file, source, data }: ReturnType<typeof readTagsFile>,
  problems: ContentProblem[],
): void {
  const report = reportTo(problems, file);
  const seen = new Set<string>();
  for (const [index, tag] of (data ?? []).entries()) {
    const { name, aliases } = tag;
    const slug = tagSlug(tag);
    const place = source.placeOfValue([index, 'name']);
    if (slug === '') {
      report(
        place,
        `« ${name} » ne contient ni lettre latine ni chiffre pour former une adresse`,
        'Donnez-lui un « slug », par exemple « slug: etiquette »',
      );
      continue;
    }
    const names = [name, ...aliases];
    const clash = names.find((written) => seen.has(written)) ?? (seen.has(`/${slug}`) ? name : null);
    for (const written of [...names, `/${slug}`]) seen.add(written);
    if (clash !== null)
      report(
        place,
        `« ${clash} » est déjà le nom, la variante ou l’adresse d’une étiquette`,
        'Supprimez-en une, ou donnez-lui un autre « slug »',
      );
  }
}
