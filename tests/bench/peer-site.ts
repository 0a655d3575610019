import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { authors } from './article.ts';

interface Category {
  name: string;
  parent?: string;
  accent?: string;
}

const CATEGORIES = 'content/categories';
const COMPONENTS = 'src/components';
const ICONS = 'src/components/ui/icons';

/** The magazine's own sections, by their slugs. */
export const categories: ReadonlyMap<string, Category> = new Map(
  readdirSync(CATEGORIES).map((file) => [
    file.replace('.yaml', ''),
    parse(readFileSync(join(CATEGORIES, file), 'utf8')) as Category,
  ]),
);

/** Components whose styles and scripts the pages of an article hold, and those of a list. */
const OF_ALL = ['site/Breadcrumb', 'site/Footer', 'site/Masthead', 'site/SearchForm', 'site/ThemeChoice'];
const OF_TEASERS = ['article/Teaser', 'ui/BlurredPicture'];
const OF_LISTS = [...OF_ALL, ...OF_TEASERS, 'site/Pagination'];
const OF_ARTICLES = [
  ...OF_ALL,
  ...OF_TEASERS,
  ...['ArticleHeader', 'ArticleTags', 'CommentForm', 'Comments', 'Cover', 'Kicker', 'Neighbours'].map(
    (name) => `article/${name}`,
  ),
  ...['ReadLater', 'Related', 'ShareBar', 'TableOfContents'].map((name) => `article/${name}`),
  ...['site/FollowCard', 'site/TagCloud', 'ui/ShortLabel'],
];

const blocks = (kind: 'script' | 'style', components: readonly string[]) =>
  components
    .flatMap((name) => {
      const source = readFileSync(join(COMPONENTS, `${name}.astro`), 'utf8');
      return [...source.matchAll(new RegExp(`<${kind}>(.*?)</${kind}>`, 'gsu'))].map(([, text = '']) => text);
    })
    .join('')
    .replace(/\s+/gu, ' ');
const css = (...names: string[]) =>
  names.map((name) => readFileSync(`src/styles/${name}.css`, 'utf8').replace(/\s+/gu, ' ')).join('');

const icon = (file: string) =>
  readFileSync(file, 'utf8')
    .replace(/<!--.*?-->/gsu, '')
    .replace(/\s+/gu, ' ')
    .trim();

const childrenOf = (parent: string) =>
  [...categories].flatMap(([slug, category]) =>
    category.parent === parent ? { slug, name: category.name } : [],
  );

/** What the peers' pages hold of this one's: its name, its sections, as much style. */
export function siteOfPeers() {
  return {
    name: 'Innovations',
    address: 'https://innovations.example',
    names: Object.fromEntries([...categories].map(([slug, { name }]) => [slug, name])),
    people: Object.fromEntries(authors.map(({ slug, name }) => [slug, name])),
    css: css('tokens', 'base', 'prose', 'forms', 'print'),
  };
}

/** What pages that hold as much as this magazine's own need besides: its styles, scripts, icons and words. */
export function wholeSiteOfPeers() {
  const networks = ['facebook', 'bluesky', 'mastodon', 'whatsapp', 'x'];
  const buttons = [
    ['share', 'Partager avec une application'],
    ['copy', 'Copier le lien'],
    ['print', 'Imprimer'],
  ] as const;
  return {
    ...siteOfPeers(),
    accents: Object.fromEntries([...categories].map(([slug, { accent = 'bleu' }]) => [slug, accent])),
    sections: [...categories].flatMap(([slug, { name, parent }]) =>
      parent ? [] : { slug, name, children: childrenOf(slug) },
    ),
    pages: [
      'À propos',
      'La charte',
      'Corrections',
      'Mentions légales',
      'Confidentialité',
      'Contact',
      'Plan du site',
    ],
    listCss: css('tokens', 'base', 'print') + blocks('style', OF_LISTS),
    articleCss: css('tokens', 'base', 'prose', 'forms', 'print') + blocks('style', OF_ARTICLES),
    script: blocks('script', OF_ALL),
    articleScript: blocks('script', OF_ARTICLES),
    theme: 'try{const t=localStorage.apparence;if(t)document.documentElement.dataset.theme=t}catch{}',
    fonts: ['/_astro/fonts/sans.woff2', '/_astro/fonts/serif.woff2'],
    blur: `data:image/webp;base64,${'UklGRlIAAABXRUJQVlA4IEYAAADwAQCdASoQAAkABUB8JbAC'.repeat(3)}`,
    icons: Object.fromEntries([
      ...['share', 'copy', 'print', 'system', 'light', 'dark', ...networks].map((name) => [
        name,
        icon(join(ICONS, `${name}.svg`)),
      ]),
    ]) as Record<string, string>,
    buttons: buttons.map(([name, label]) => ({ name, label })),
    networks: networks.map((name) => ({ name, icon: name, share: `https://${name}.example/partage?text=` })),
    themes: [
      { value: 'system', label: 'Système', icon: 'system' },
      { value: 'light', label: 'Claire', icon: 'light' },
      { value: 'dark', label: 'Sombre', icon: 'dark' },
    ],
    readLater: {
      saved: 'Enregistré sur cet appareil, lisible hors connexion.',
      removed: 'Retiré de la liste.',
      full: 'Plus de place sur cet appareil : retirez un article de votre liste.',
    },
    commentForm: {
      says: {
        challenge: '/commentaires/defi/',
        sending: 'Envoi…',
        sent: 'Merci. Votre commentaire paraîtra quand il aura été lu.',
        unreachable: 'Le serveur ne répond pas : votre texte reste ici, essayez plus tard.',
      },
      notice: 'Chaque commentaire est lu avant de paraître.',
      markdown: 'Une ligne vide sépare deux paragraphes ; *mot* met en italique.',
      lines: [
        { name: 'name', label: 'Nom', hint: 'obligatoire', type: 'text', most: 80, required: true },
        { name: 'email', label: 'Adresse', hint: 'ne paraît pas', type: 'email', most: 200, required: false },
        { name: 'site', label: 'Site', hint: 'facultatif', type: 'url', most: 200, required: false },
      ],
      privacy: 'Votre nom et votre texte paraissent ; votre adresse sert à vous répondre, et à rien d’autre.',
    },
  };
}
