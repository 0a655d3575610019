import { newestArticles } from '../indexes.js';
import site from '../site.js';
import { escapeHtml } from '../text.js';

export const data = { permalink: '/flux.xml', eleventyExcludeFromCollections: true };

export function render() {
  const items = newestArticles(20).map(
    ({ url, data, templateContent }) =>
      `<item><title>${escapeHtml(data.title)}</title><link>${site.address}${url}</link><description>${escapeHtml(templateContent)}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${site.name}</title><link>${site.address}</link>${items.join('')}</channel></rss>`;
}
