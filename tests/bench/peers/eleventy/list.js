import { breadcrumb, page, teaser } from './parts.js';
import { slugify } from './text.js';

/** The pages of one kind of list. */
export function listTemplate(collection, folder, nameOf) {
  const address = (key, number) =>
    `/${folder}/${key.split('-').length > 1 && folder === 'archives' ? key.replace('-', '/') : slugify(key)}/${number > 1 ? `page/${number}/` : ''}`;
  return {
    data: {
      pagination: { data: `collections.${collection}`, size: 1, alias: 'list' },
      permalink: ({ list }) => `${address(list.key, list.number)}index.html`,
      eleventyExcludeFromCollections: true,
    },
    render({ list: { key, number, last, total, articles } }) {
      const name = nameOf(key);
      return page({
        title: name,
        description: `${total} articles : ${name}`,
        url: address(key, number),
        content: `<div class="wrap">${breadcrumb([['Accueil', '/']], name)}<main id="contenu"><h1>${name}</h1><ul class="teasers">${articles.map(teaser).join('')}</ul><nav>${number > 1 ? `<a rel="prev" href="${address(key, number - 1)}">Page précédente</a>` : ''} Page ${number} sur ${last} ${number < last ? `<a rel="next" href="${address(key, number + 1)}">Page suivante</a>` : ''}</nav></main></div>`,
      });
    },
  };
}
