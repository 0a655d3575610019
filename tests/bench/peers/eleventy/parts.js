import site from './site.js';
import { escapeHtml, longDate, slugify } from './text.js';

const WIDTHS = { cover: [480, 800, 1200, 1600], teaser: [320, 480, 768] };
const sources = (cover, widths, format) =>
  widths.map((width) => `/covers/${cover}_${width}.${format} ${width}w`).join(', ');

export function picture(cover, kind, alt) {
  const widths = WIDTHS[kind];
  const last = widths.at(-1);
  return `<picture><source srcset="${sources(cover, widths, 'avif')}" type="image/avif"><source srcset="${sources(cover, widths, 'webp')}" type="image/webp"><img src="/covers/${cover}_${last}.jpg" srcset="${sources(cover, widths, 'jpg')}" alt="${escapeHtml(alt)}" loading="lazy" decoding="async" width="${last}" height="${Math.round((last * 9) / 16)}"></picture>`;
}

export function teaser({ url, data }) {
  return `<li><article class="teaser"><h3 class="title"><a href="${url}">${escapeHtml(data.title)}</a></h3><div class="picture">${picture(data.cover, 'teaser', '')}</div><p class="meta"><span class="category">${site.names[data.sections[0]]}</span> <time datetime="${data.day}">${longDate(data.day)}</time></p><p class="description">${escapeHtml(data.description)}</p></article></li>`;
}

export function cloud(tags) {
  return `<section><h2>Étiquettes</h2><ul class="cloud">${tags.map(({ name, count, weight }) => `<li><a class="weight-${weight}" href="/etiquettes/${slugify(name)}/">${escapeHtml(name)} <span class="count">${count}<span class="visually-hidden"> articles</span></span></a></li>`).join('')}</ul></section>`;
}

export function breadcrumb(ancestors, current) {
  return `<nav aria-label="Fil d’Ariane"><ol>${ancestors.map(([name, href]) => `<li><a href="${href}">${name}</a></li>`).join('')}<li aria-current="page">${escapeHtml(current)}</li></ol></nav>`;
}

export function page({ title, description, url, head = '', content }) {
  const sections = Object.entries(site.names)
    .map(([slug, name]) => `<li><a href="/rubriques/${slug}/">${name}</a></li>`)
    .join('');
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><style>${site.css}</style><title>${escapeHtml(title)} · ${site.name}</title><meta name="description" content="${escapeHtml(description)}"><link rel="canonical" href="${site.address}${url}"><link rel="alternate" type="application/rss+xml" title="${site.name}" href="/flux.xml"><meta property="og:title" content="${escapeHtml(title)}"><meta property="og:description" content="${escapeHtml(description)}"><meta property="og:url" content="${site.address}${url}"><meta property="og:locale" content="fr_FR"><meta name="twitter:card" content="summary_large_image">${head}</head><body><a class="skip" href="#contenu">Aller au contenu</a><header class="masthead"><a class="wordmark" href="/">${site.name}</a><nav aria-label="Rubriques"><ul>${sections}</ul></nav><form role="search" action="/recherche/"><input type="search" name="q"><button>Chercher</button></form></header>${content}<footer><ul>${sections}</ul><p>${site.name}</p></footer></body></html>`;
}
