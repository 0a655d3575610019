import { neighboursOf, newestArticles, relatedTo } from './indexes.js';
import configureMagazine from './magazine.js';
import site from './site.js';
import { longDate, slugify } from './text.js';

/** The magazine of the templates that are functions, with what Nunjucks cannot say itself. */
export default function configure(eleventy) {
  const directories = configureMagazine(eleventy);
  eleventy.addGlobalData('site', site);
  eleventy.addFilter('slug', slugify);
  eleventy.addFilter('longDate', longDate);
  eleventy.addFilter('related', relatedTo);
  eleventy.addFilter('neighbours', neighboursOf);
  eleventy.addFilter('newest', newestArticles);
  eleventy.addFilter('headings', (content) =>
    [...content.matchAll(/<h2 id="([^"]*)">(.*?)<\/h2>/gu)].map(([, id, text]) => ({ id, text })),
  );
  eleventy.addFilter('minutes', (content) => Math.max(1, Math.round(content.split(/\s+/u).length / 220)));
  eleventy.addFilter('mostUsed', (tags, most) =>
    tags
      .toSorted((a, b) => b.count - a.count)
      .slice(0, most)
      .sort((a, b) => a.name.localeCompare(b.name, 'fr')),
  );
  eleventy.addFilter('isLong', (text, limit) => text.length > limit);
  eleventy.addFilter('shortened', (text, limit) => text.slice(0, text.lastIndexOf(' ', limit)));
  eleventy.addFilter('addressOfList', ({ key, number }, folder) => {
    const path = folder === 'archives' ? key.replace('-', '/') : slugify(key);
    return `/${folder}/${path}/${number > 1 ? `page/${number}/` : ''}`;
  });
  return { ...directories, htmlTemplateEngine: 'njk' };
}
