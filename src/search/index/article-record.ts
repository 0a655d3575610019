import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitArticle } from '#content/files/article-file.ts';
import { articlePath } from '#content/files/article-records.ts';
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
import type { SearchRecord } from '#search/search-record.ts';
import { readArticleText } from './article-text.ts';
import type { Lists } from './lists.ts';

const addresses = createAddresses('/');

/** A published article, with the file of its cover. */
export interface IndexedArticle extends PublishedArticle {
  picture: PictureFile;
}

/** Makes the search record of an article, whose text it reads from the article's file. */
export function articleRecord(
  root: string,
  { slug, data, picture }: IndexedArticle,
  { categories, tags, authors }: Lists,
): SearchRecord {
  const category = categories.get(data.category);
  const named = [...new Set(data.tags.flatMap((name) => tags.get(name) ?? []))];
  const day = isoDay(data.publishedAt);
  const { body } = splitArticle(readFileSync(join(root, articlePath(slug)), 'utf8')) ?? { body: '' };
  const { text, headings } = readArticleText(body);
  return {
    kind: 'article',
    url: addresses.article(slug),
    title: typeset(data.title),
    otherNames: (data.otherNames ?? []).map(typeset),
    lead: typeset(data.description),
    headings,
    text,
    captions: [data.cover.caption, data.cover.credit].map(typeset),
    sources: data.sources.map(({ title, publisher }) => typeset(`${title}, ${publisher}`)),
    authors: data.authors.flatMap((author) => authors.get(author)?.name ?? []).map(typeset),
    tags: named.flatMap(({ name, otherNames }) => [name, ...otherNames]).map(typeset),
    section: category ? { name: typeset(category.name), accent: category.accent } : null,
    date: { shown: formatDate(data.publishedAt), day },
    picture: pictureOf(picture, data.cover.focus),
    filters: {
      rubrique: [...(category?.parent ? [category.parent] : []), data.category],
      etiquette: named.map((tag) => tag.slug),
      annee: [day.slice(0, 4)],
    },
  };
}

function pictureOf(picture: PictureFile, focus = CENTRE): SearchRecord['picture'] {
  const [width = picture.width] = preparedWidths(picture, PICTURE_WIDTHS.cover);
  const crop = objectPosition(picture, TEASER_RATIO, focus);
  return {
    path: `${VARIANT_FOLDER}/${variantName(picture, shownVariant(picture, width, picture.formats[0] ?? 'jpg'))}`,
    crop: crop === CENTRE.x ? null : crop,
  };
}
