import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CustomRecord } from 'pagefind';
import { splitArticle } from '#content/files/article-file.ts';
import { articlePath } from '#content/files/article-records.ts';
import type { readCategories, readTags } from '#content/files/list-files.ts';
import type { PublishedArticle } from '#content/files/published.ts';
import { formatDate, isoDay } from '#lib/dates.ts';
import { CENTRE, objectPosition } from '#lib/focal-point.ts';
import {
  type PictureFile,
  PICTURE_WIDTHS,
  preparedWidths,
  shownVariant,
  TEASER_RATIO,
  VARIANT_FOLDER,
  variantName,
} from '#lib/pictures.ts';
import { typeset } from '#lib/typography/typeset.ts';
import { createAddresses } from '#lib/urls.ts';
import type { ArticleMeta } from '#search/search-engine.ts';
import { foldText } from '#search/search-text.ts';
import { readArticleText } from './article-text.ts';

const addresses = createAddresses('/');

/** A published article, with the file of its cover. */
export interface IndexedArticle extends PublishedArticle {
  picture: PictureFile;
}

/** The lists that articles name. */
export interface Lists {
  categories: ReturnType<typeof readCategories>;
  tags: ReturnType<typeof readTags>;
}

/** The Pagefind record of an article: its lead and text, the metadata of a result, filters and sort key. */
export function searchRecord(
  root: string,
  { slug, data, picture }: IndexedArticle,
  { categories, tags }: Lists,
): CustomRecord {
  const category = categories.get(data.category);
  const named = [...new Set(data.tags.flatMap((name) => tags.get(name) ?? []))];
  const day = isoDay(data.publishedAt);
  const [width = picture.width] = preparedWidths(picture, PICTURE_WIDTHS.cover);
  const crop = objectPosition(picture, TEASER_RATIO, data.cover.focus ?? CENTRE);
  const { body } = splitArticle(readFileSync(join(root, articlePath(slug)), 'utf8')) ?? { body: '' };
  const { text, headings } = readArticleText(body);
  const meta = {
    title: foldText(typeset(data.title)),
    section: typeset(category?.name ?? ''),
    accent: category?.accent ?? '',
    date: formatDate(data.publishedAt),
    day,
    image: `${VARIANT_FOLDER}/${variantName(picture, shownVariant(picture, width, 'avif'))}`,
    ...(crop !== CENTRE.x && { crop: String(crop) }),
    words: foldText(named.map(({ name }) => typeset(name)).join(' ')),
    headings: foldText(headings),
  } satisfies ArticleMeta;
  return {
    url: addresses.article(slug),
    language: 'fr',
    content: foldText(`${typeset(data.description)} ${text}`),
    meta,
    filters: {
      rubrique: [...(category?.parent ? [category.parent] : []), data.category],
      etiquette: named.map((tag) => tag.slug),
      annee: [day.slice(0, 4)],
    },
    sort: { date: day },
  };
}
