import type { PublishedArticle } from '#content/files/published.ts';
import { typeset } from '#lib/typography/typeset.ts';
import { createAddresses } from '#lib/urls.ts';
import type { SearchRecord } from '#search/search-record.ts';
import { readArticleText } from './article-text.ts';
import type { Lists } from './lists.ts';

const addresses = createAddresses('/');

const EMPTY = {
  otherNames: [],
  headings: [],
  text: '',
  captions: [],
  sources: [],
  authors: [],
  tags: [],
  section: null,
  date: null,
  picture: null,
  filters: { rubrique: [], etiquette: [], annee: [] },
} satisfies Partial<SearchRecord>;

/**
 * Yields the records of sections, tags and authors that have a page, because an article names them, and of the
 * magazine's own pages.
 */
export function* listRecords(
  articles: readonly Pick<PublishedArticle, 'data'>[],
  { categories, tags, authors, pages }: Lists,
): Generator<SearchRecord> {
  const signing = new Set(articles.flatMap(({ data }) => data.authors));
  for (const [slug, { name, description }] of authors) {
    if (signing.has(slug))
      yield { ...EMPTY, ...described(name, description), kind: 'auteur', url: addresses.author(slug) };
  }
  const filled = new Set(
    articles.flatMap(({ data: { category } }) => [category, categories.get(category)?.parent ?? category]),
  );
  for (const [slug, category] of categories) {
    if (!category || !filled.has(slug)) continue;
    const { name, description, accent, parent } = category;
    const url = addresses.category(parent ? [parent, slug] : [slug]);
    const above = parent ? (categories.get(parent)?.name ?? name) : name;
    const section = { name: typeset(above), accent };
    yield { ...EMPTY, ...described(name, description), kind: 'rubrique', url, section };
  }
  const cited = articles.flatMap(({ data }) => data.tags.flatMap((name) => tags.get(name) ?? []));
  for (const { slug, name, label, otherNames } of new Set(cited)) {
    const names = [...(label === name ? [] : [name]), ...otherNames].map(typeset);
    yield {
      ...EMPTY,
      ...described(label, ''),
      kind: 'etiquette',
      url: addresses.tag(slug),
      otherNames: names,
    };
  }
  for (const [slug, { data, body }] of pages) {
    const { text, headings } = readArticleText(body);
    const shown = described(data.title, data.description);
    yield { ...EMPTY, ...shown, kind: 'page', url: addresses.page(slug), text, headings };
  }
}

const described = (title: string, lead: string) => ({ title: typeset(title), lead: typeset(lead) });
