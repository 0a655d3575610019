import type { ArticlePage, Cover } from '#content/queries/article-pages.ts';
import type { ArticleSummary, ShownDate } from '#content/queries/articles.ts';
import type { CommentService, Discussion } from '#content/queries/comment-service.ts';
import type { Comment } from '#content/queries/comments.ts';
import type { Author, Category, Tag } from '#content/queries/taxonomy.ts';
import type { CloudTag } from '#content/queries/tag-cloud.ts';
import { CENTRE } from '#lib/focal-point.ts';
import type { ShownPicture } from '#lib/pictures.ts';
import type { TagWeight } from '#lib/lists/tag-weights.ts';

/** Sample data for the catalogue: placeholder texts, without any real person, quotation or news. */
export const LINK = '#exemple';
export const TITLE = 'Exemple de titre';
export const LONG_TITLE =
  'Exemple d’un titre très long, de la longueur permise, pour voir comment il se répartit sur plusieurs lignes';
export const TEXT = 'Exemple de texte : deux phrases suffisent à montrer la forme. Celle-ci est la seconde.';
export const LONG_WORD = 'Exemple d’étiquette particulièrement longue, qui dépasse la largeur de sa colonne';

const drawing = (content: string, [width, height] = [16, 9]) =>
  `data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" width="${100 * width}" height="${100 * height}" viewBox="0 0 ${width} ${height}">${content}</svg>`)}`;
const DRAWING = drawing(
  '<path fill="#1b3f8f" d="M0 0h16v9H0z"/><path fill="#ff6b3d" d="M3 7V4h2v3zm4 0V3h2v4zm4 0V2h2v5z"/>',
);
export const OUTLINE = drawing('<path fill="none" stroke="#1b3f8f" d="M2 7l4-4 3 2 5-4"/>');

export const PLACEHOLDER = DRAWING;
/** A drawing that is taller than wide. */
export const TALL = drawing(
  '<path fill="#1b3f8f" d="M0 0h9v12H0z"/><path fill="#ff6b3d" d="M2 10V6h2v4zm3 0V3h2v7z"/>',
  [9, 12],
);
export const picture: ShownPicture = {
  file: 'exemple.svg',
  digest: 'exemple',
  width: 1600,
  height: 900,
  density: 1,
  transparent: false,
  isVector: false,
  formats: ['avif', 'webp'],
  addressOf: () => DRAWING,
};
export const outline: ShownPicture = { ...picture, transparent: true, addressOf: () => OUTLINE };

export const date: ShownDate = {
  day: '2030-01-01',
  instant: '2030-01-01T07:00:00+01:00',
  label: '1er\u00A0janvier 2030',
};
const later: ShownDate = {
  day: '2030-02-15',
  instant: '2030-02-15T07:00:00+01:00',
  label: '15\u00A0février 2030',
};

function category(name: string, more: Partial<Category> = {}): Category {
  return {
    slug: 'exemple',
    name,
    description: 'Exemple de description d’une rubrique, en une ligne.',
    accent: 'vert',
    href: LINK,
    path: ['exemple'],
    picture: { url: DRAWING, alt: TITLE },
    feed: { title: name, rss: LINK, json: LINK },
    parent: null,
    children: [],
    ...more,
  };
}

export const section = category('Exemple de rubrique', {
  children: [category('Sous-rubrique'), category('Sous-rubrique au nom plus long')],
});
export const blueSection = category('Rubrique bleue', { accent: 'bleu' });

export const author: Author = {
  slug: 'exemple',
  name: 'Prénom Nom',
  description: 'Exemple de présentation d’une signature.',
  collective: false,
  href: LINK,
  url: null,
};

const tag = (name: string): Tag => ({ slug: 'exemple', name, label: name, aliases: [], href: LINK });
export const tags = [tag('Exemple'), tag('Autre exemple'), tag(LONG_WORD)];
export const cloud = ([1, 2, 3, 4, 5] as const).map((weight: TagWeight): CloudTag => ({
  ...tag(`Étiquette de poids ${weight}`),
  count: weight * 10,
  rough: weight > 2,
  weight,
}));
export const longCloudTag: CloudTag = { ...tag(LONG_WORD), count: 1, rough: false, weight: 3 };

export function article(more: Partial<ArticleSummary> = {}): ArticleSummary {
  return {
    slug: 'exemple',
    href: LINK,
    title: TITLE,
    description: TEXT,
    publishedAt: date,
    updatedAt: null,
    changedAt: date,
    firstAddress: '/articles/exemple/',
    state: 'published',
    category: section,
    authors: [author],
    tags,
    cover: { image: picture, placeholder: PLACEHOLDER, focus: CENTRE },
    ...more,
  };
}

export const cover: Cover = {
  image: picture,
  placeholder: PLACEHOLDER,
  focus: CENTRE,
  alt: 'Trois barres de hauteurs différentes',
  caption: 'Exemple de légende.',
  credit: 'Prénom Nom',
};

export const longArticle = article({ title: LONG_TITLE, updatedAt: later, category: blueSection });
export const draft = article({ state: 'draft' });
export const scheduled = article({ state: 'scheduled' });
export const manyArticles = [article(), longArticle, article(), article()];

export function articlePage(more: Partial<ArticlePage> = {}): ArticlePage {
  return {
    ...article(),
    picture: { url: DRAWING, alt: TITLE },
    cover,
    corrections: [],
    crops: [],
    readingMinutes: 5,
    sources: [],
    headings: [],
    comments: { count: 0, threads: [] },
    body: { nodes: [`<p>${TEXT}</p>`], Content: null, dropCap: false },
    previous: null,
    next: null,
    related: [],
    ...more,
  };
}

export function comment(id: string, more: Partial<Comment> = {}): Comment {
  return {
    id,
    anchor: `commentaire-${id}`,
    name: 'Prénom',
    site: null,
    staff: false,
    date: { ...date, label: '1er\u00A0janvier 2030 à 10\u00A0h\u00A012' },
    text: 'Exemple de commentaire.',
    html: '<p>Exemple de commentaire.</p>',
    ...more,
  };
}

export const service: CommentService = {
  send: '/commentaires/',
  challenge: '/commentaires/defi/',
  reply: () => LINK,
  report: () => LINK,
};
export const discussion: Discussion = {
  service,
  feed: LINK,
  contact: LINK,
  privacy: LINK,
  retentionDays: 30,
  magazine: 'Exemple de magazine',
};
