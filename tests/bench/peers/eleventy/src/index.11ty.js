import { newestArticles } from '../indexes.js';
import { page, teaser } from '../parts.js';

export const data = { permalink: '/index.html', eleventyExcludeFromCollections: true };

export function render() {
  const teasers = newestArticles(24).map(teaser).join('');
  return page({
    title: 'Accueil',
    description: 'Les plus récents',
    url: '/',
    content: `<main id="contenu"><ul class="teasers">${teasers}</ul></main>`,
  });
}
