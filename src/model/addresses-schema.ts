import { z } from 'astro/zod';
import { fields, slug } from './schema-fields.ts';

/** The first segments of addresses, such as `articles`, which content/site.yaml may replace by other words. */

const WORD = 'Mot d’une adresse';

/** For each kind of page: the default word, then the French title and description of its field. */
const WORDED = {
  article: ['articles', 'Articles', 'Celui des articles : /articles/mon-titre/'],
  category: ['rubriques', 'Rubriques', 'Celui des rubriques : /rubriques/societe/'],
  tag: ['etiquettes', 'Étiquettes', 'Celui des étiquettes : /etiquettes/climat/'],
  author: ['auteurs', 'Signatures', 'Celui des signatures : /auteurs/la-redaction/'],
  archive: ['archives', 'Archives', 'Celui des archives : /archives/2026/'],
  search: ['recherche', 'Recherche', 'Celui de la recherche : /recherche/'],
} as const;

export type WordedPage = keyof typeof WORDED;
export const WORDED_PAGES = Object.keys(WORDED) as WordedPage[];

const word = (kind: WordedPage) => {
  const [usual, title, description] = WORDED[kind];
  return slug(WORD).default(usual).meta({ title, description });
};

const oldWords = (kind: WordedPage) =>
  z
    .array(slug(WORD), { error: 'Liste de mots attendue' })
    .default([])
    .meta({ title: WORDED[kind][1], description: 'Les mots qu’il remplace, du plus ancien au plus récent' });

export const addressesSchema = fields({
  article: word('article'),
  category: word('category'),
  tag: word('tag'),
  author: word('author'),
  archive: word('archive'),
  search: word('search'),
  aliases: fields({
    article: oldWords('article'),
    category: oldWords('category'),
    tag: oldWords('tag'),
    author: oldWords('author'),
    archive: oldWords('archive'),
    search: oldWords('search'),
  })
    .prefault({})
    .meta({ title: 'Anciens mots', description: 'Leurs adresses mènent aux nouvelles' }),
})
  .prefault({})
  .meta({ title: 'Mots des adresses', description: 'Le premier mot de chaque adresse, comme « articles »' });

/** The current word of each kind of page, and its former words. */
export type AddressWords = z.output<typeof addressesSchema>;
