import site from '../site.js';

export const data = { permalink: '/sitemap.xml', eleventyExcludeFromCollections: true };

export function render({ collections }) {
  const urls = collections.articles.map(
    ({ url, data: { day } }) => `<url><loc>${site.address}${url}</loc><lastmod>${day}</lastmod></url>`,
  );
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`;
}
