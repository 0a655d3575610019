import markdownIt from 'markdown-it';
import { prepare, tagCloud } from './indexes.js';
import { slugify } from './text.js';

const PAGE_SIZE = 12;

/** The lists of a magazine: each key of each article, cut in pages. */
function listPages(articles, keysOf) {
  const groups = new Map();
  for (const article of articles)
    for (const key of keysOf(article)) {
      const group = groups.get(key);
      if (group) group.push(article);
      else groups.set(key, [article]);
    }
  return [...groups].flatMap(([key, group]) => {
    const last = Math.ceil(group.length / PAGE_SIZE);
    return Array.from({ length: last }, (_, page) => ({
      key,
      number: page + 1,
      last,
      total: group.length,
      articles: group.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE),
    }));
  });
}

const day = ({ data }) => data.day;

export default function configure(eleventy) {
  const markdown = markdownIt({ html: true, typographer: true, quotes: ['« ', ' »', '‘', '’'] });
  markdown.core.ruler.push('heading-ids', ({ tokens }) => {
    tokens.forEach((token, index) => {
      if (token.type === 'heading_open') token.attrSet('id', slugify(tokens[index + 1].content));
    });
  });
  eleventy.setLibrary('md', markdown);
  eleventy.addCollection('articles', (api) => prepare(api.getFilteredByGlob('src/articles/*.md')));
  const lists = [
    ['categories', ({ data }) => data.sections],
    ['tags', ({ data }) => data.keywords],
    ['authors', ({ data }) => data.authors],
    ['periods', (article) => [day(article).slice(0, 4), day(article).slice(0, 7)]],
  ];
  for (const [name, keysOf] of lists)
    eleventy.addCollection(`${name}Pages`, (api) =>
      listPages(prepare(api.getFilteredByGlob('src/articles/*.md')), keysOf),
    );
  eleventy.addCollection('cloud', (api) => tagCloud(prepare(api.getFilteredByGlob('src/articles/*.md'))));
  const paired = (name, draw) => eleventy.addPairedShortcode(name, draw);
  paired('note', (text, title) => `<aside class="note"><p class="title">${title}</p>\n\n${text}\n\n</aside>`);
  paired(
    'quotation',
    (text, author) =>
      `<figure class="quotation"><blockquote>\n\n${text}\n\n</blockquote><figcaption>${author}</figcaption></figure>`,
  );
  paired(
    'figure',
    (text, value, source) =>
      `<div class="key-figure"><p class="value">${value}</p>\n\n${text}\n\n<p class="source">${source}</p></div>`,
  );
  paired(
    'timeline',
    (text, title) =>
      `<section class="timeline"><p class="title">${title}</p><ol class="steps">${text.trim()}</ol></section>`,
  );
  paired(
    'step',
    (text, date) => `<li class="step"><time datetime="${date}">${date}</time>\n\n${text}\n\n</li>`,
  );
  eleventy.addPassthroughCopy('src/covers');
  return { dir: { input: 'src', output: '_site' }, markdownTemplateEngine: 'njk' };
}
