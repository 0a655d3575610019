import type { SearchRecord } from '#search/search-record.ts';
import { inventArticle } from './article.ts';
import { lists } from './engines.ts';

/** A picture that every built site has: pictures are not what is measured. */
const PICTURE = { path: 'icones/512.png', crop: null };

/** The search records of an invented magazine, whose articles share a few hundred words: the worst case. */
export function* inventRecords(size: number): Generator<SearchRecord> {
  for (let index = 0; index < size; index += 1) {
    const { slug, title, description, day, category, tags, author, blocks } = inventArticle(
      index,
      size,
      lists,
    );
    const texts = blocks.flatMap((block) =>
      'items' in block ? block.items : 'text' in block ? block.text : block.steps.map(({ text }) => text),
    );
    yield {
      kind: 'article',
      url: `/articles/${slug}/`,
      title,
      otherNames: [],
      lead: description,
      headings: blocks.flatMap((block) => (block.kind === 'heading' ? block.text : [])),
      text: texts.join(' ').replace(/\[([^\]]+)\]\([^)]+\)|\*/gu, '$1'),
      captions: [],
      sources: [],
      authors: [author.name],
      tags,
      section: { name: category, accent: 'blue' },
      date: { shown: day, day },
      picture: PICTURE,
      filters: { rubrique: [category], etiquette: tags, annee: [day.slice(0, 4)] },
    };
  }
}
