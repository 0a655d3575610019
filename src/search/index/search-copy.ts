import { attributeOf, findPart, findParts, textIn } from '#lib/html/html-parts.ts';
import type { ArticleMeta } from '#search/search-engine.ts';
import { foldText } from '#search/search-text.ts';

/** The text of an article's page with what Pagefind should know of it, and nothing else. */
export function indexedCopy(html: string): string {
  const header = findPart(html, '.article-header')?.inside ?? '';
  const section = findPart(findPart(header, '.kicker')?.inside ?? '', 'a');
  const published = findPart(findPart(header, '.byline')?.inside ?? '', 'time');
  const tags = findParts(findPart(html, '.article-tags')?.inside ?? '', 'a');
  const cover = findPart(findPart(html, '.cover')?.inside ?? '', 'source');
  const day = attributeOf(published?.tag ?? '', 'datetime').slice(0, 10);
  const meta: ArticleMeta = {
    title: foldText(textIn(findPart(header, 'h1')?.inside ?? '')),
    section: textIn(section?.inside ?? ''),
    accent: attributeOf(findPart(html, 'html')?.tag ?? '', 'data-accent'),
    date: textIn(published?.inside ?? ''),
    day,
    image: attributeOf(cover?.tag ?? '', 'srcset').split(' ')[0] ?? '',
    words: foldText(tags.map(({ inside }) => textIn(inside)).join(' ')),
  };
  const told = [
    ...Object.entries(meta).map(([name, value]) => tell('meta', name, value)),
    ...[section, ...tags]
      .flatMap((link) => slugsOf(link?.tag ?? ''))
      .map(([kind, slug]) => tell('filter', kind, slug)),
    tell('filter', 'annee', day.slice(0, 4)),
    tell('sort', 'date', day),
  ];
  const text = [findPart(header, '.lead'), findPart(html, '.prose')]
    // An unbreakable space is kept for excerpts; folding would loosen it.
    .map((part) => `<div>${foldText(part?.inside.replaceAll('\u00A0', '&#160;') ?? '')}</div>`)
    .join('');
  return `<html lang="fr"><head>${told.join('')}</head><body data-pagefind-body>${text}</body></html>`;
}

function tell(kind: 'meta' | 'filter' | 'sort', name: string, value: string): string {
  const content = value.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;');
  return `<meta data-pagefind-${kind}="${name}[content]" content="${content}">`;
}

/** The slugs at the end of a link to a list, with what they are of: section and sub-section, or tag. */
function slugsOf(tag: string): (readonly [kind: string, slug: string])[] {
  const address = attributeOf(tag, 'href');
  const [, list, path = ''] = /\/(rubriques|etiquettes)\/(.*)$/u.exec(address) ?? [];
  const kind = list === 'rubriques' ? 'rubrique' : 'etiquette';
  return path
    .split('/')
    .filter(Boolean)
    .map((slug) => [kind, slug] as const);
}
