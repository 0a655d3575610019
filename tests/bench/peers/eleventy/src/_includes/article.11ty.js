import { neighboursOf, relatedTo } from '../../indexes.js';
import { breadcrumb, cloud, page, picture, teaser } from '../../parts.js';
import site from '../../site.js';
import { escapeHtml, longDate, slugify } from '../../text.js';

const link = (article, rel, label) =>
  article
    ? `<a rel="${rel}" href="${article.url}"><span>${label}</span> ${escapeHtml(article.data.title)}</a>`
    : '';

export function render({
  title,
  description,
  day,
  sections,
  keywords,
  authors,
  cover,
  content,
  page: { url },
  collections,
}) {
  const headings = [...content.matchAll(/<h2 id="([^"]*)">(.*?)<\/h2>/gu)];
  const { previous, next } = neighboursOf(url);
  const described = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description,
    datePublished: day,
    articleSection: site.names[sections[0]],
    keywords,
    author: { '@type': 'Person', name: site.people[authors[0]] },
  };
  const share = [
    'https://bsky.app/intent/compose?text=',
    'https://www.linkedin.com/feed/?text=',
    'mailto:?body=',
  ]
    .map((address) => `<li><a href="${address}${encodeURIComponent(site.address + url)}">Partager</a></li>`)
    .join('');
  return page({
    title,
    description,
    url,
    head: `<script type="application/ld+json">${JSON.stringify(described)}</script>`,
    content: `<div class="wrap">${breadcrumb(
      [
        ['Accueil', '/'],
        [site.names[sections[0]], `/rubriques/${sections[0]}/`],
      ],
      title,
    )}<div class="page"><main id="contenu"><article><header class="article-header"><p class="kicker">${site.names[sections[0]]}</p><h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(description)}</p><p class="byline">Par <a href="/auteurs/${authors[0]}/">${site.people[authors[0]]}</a> · Publié le <time datetime="${day}">${longDate(day)}</time></p></header><figure class="cover">${picture(cover, 'cover', 'Des aplats de couleur')}<figcaption>Une image inventée.</figcaption></figure><nav class="contents"><ol>${headings.map(([, id, text]) => `<li><a href="#${id}">${text}</a></li>`).join('')}</ol></nav><div class="prose">${content}</div><ul class="share">${share}</ul><ul class="tags">${keywords.map((tag) => `<li><a href="/etiquettes/${slugify(tag)}/">${escapeHtml(tag)}</a></li>`).join('')}</ul><nav class="neighbours">${link(previous, 'prev', 'Précédent')}${link(next, 'next', 'Suivant')}</nav></article></main><aside class="side">${cloud(collections.cloud)}</aside></div><section class="related"><h2>À lire aussi</h2><ul class="teasers">${relatedTo(url).map(teaser).join('')}</ul></section></div>`,
  });
}
