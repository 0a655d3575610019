import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { copySite, type SiteCopy } from '../site-copy.ts';

/**
 * A text that tries to close the context it is in (an attribute, a title, a script, a comment, CDATA), then opens an
 * element.
 */
const ATTACK = `</title></script>--> ]]> '"><x-evil onx=1>&lt;b&amp;\${a}{{b}}<%c%>`;
/** The part of the attack that readers see as text; typography may change the rest. */
const MARK = '<x-evil onx=1>&lt;b&amp;${a}{{b}}<%c%>';
const SLUG = 'un-article-hostile';
const ID = '2026-11-24-0a1b2c3d';

const base = 'accelerateur-ou-incubateur';
const cover = readFileSync(`tests/fixtures/content/articles/${base}/couverture.svg`, 'utf8');
const inAttribute = ATTACK.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const body = [
  ATTACK.replace(/[<>{}&$%\]]/gu, (sign) => `\\${sign}`),
  `![${inAttribute.replaceAll(']', '\\]').replaceAll('{', '\\{')}](./couverture.svg)`,
  `<Encadre titre="${inAttribute}">\nMot.\n</Encadre>`,
  `<ChiffreCle valeur="${inAttribute}" source="${inAttribute}">\nMot.\n</ChiffreCle>`,
  `<Citation auteur="${inAttribute}" source="${inAttribute}">\nMot.\n</Citation>`,
  `<Video src="https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=%22&quot;>&lt;x-evil onx=1>" titre="${inAttribute}" />`,
  `<Graphique type="barres" titre="${inAttribute}" unite="${inAttribute}" description="${inAttribute}" source="${inAttribute}">\n\n| Année | \\<x-evil onx=1> |\n| --- | --- |\n| \\<x-evil onx=1> | 11,9 |\n| 2024 | 15,4 |\n\n</Graphique>`,
  `## \\<x-evil onx=1> \`<x-evil onx=1>\``,
].join('\n\n');

let copy: SiteCopy;
let site = '';
beforeAll(() => {
  copy = copySite([base]);
  const names = { category: 'hostile', tag: ATTACK, author: 'hostile' };
  copy.write(
    'content/categories/hostile.yaml',
    stringify({ name: ATTACK.slice(0, 60), description: ATTACK, accent: 'bleu', order: 9 }),
  );
  copy.write('content/authors/hostile.yaml', stringify({ name: ATTACK.slice(0, 80), description: ATTACK }));
  const tags = readFileSync(join(copy.root, 'content/tags.yaml'), 'utf8');
  copy.write('content/tags.yaml', `${tags}\n${stringify([{ name: names.tag, slug: 'hostile' }])}`);
  const settings = readFileSync(join(copy.root, 'content/site.yaml'), 'utf8')
    .replace(/^name:.*$/mu, `name: ${JSON.stringify(ATTACK.slice(30, 70))}`)
    .replace(/^tagline:.*$/mu, `tagline: ${JSON.stringify(ATTACK)}`)
    .replace(/^description:.*$/mu, `description: ${JSON.stringify(ATTACK)}`);
  copy.write('content/site.yaml', settings);
  const fields = {
    title: ATTACK,
    description: ATTACK,
    publishedAt: '2026-11-24',
    category: names.category,
    tags: [names.tag],
    authors: [names.author],
    cover: { src: './couverture.svg', alt: ATTACK, caption: ATTACK, credit: ATTACK },
    sources: [{ title: ATTACK, publisher: ATTACK, url: `https://a.example/?"'><x-evil onx=1>` }],
    corrections: [{ date: '2026-11-24', text: ATTACK }],
  };
  copy.write(`content/articles/${SLUG}/index.mdx`, `---\n${stringify(fields)}---\n\n${body}\n`);
  copy.write(`content/articles/${SLUG}/couverture.svg`, cover);
  const comment = { id: ID, article: SLUG, name: MARK, site: 'https://a.example/?"><x-evil>', text: ATTACK };
  const comments = [{ ...comment, date: '2026-11-24T09:00:00Z' }];
  copy.write('comments.json', JSON.stringify({ version: 1, comments }));
  site = copy.build('out', {
    PUBLICATION_NOW: '2026-11-24T12:00:00Z',
    COMMENTS_SOURCE: 'comments.json',
  });
});
afterAll(() => copy.remove());

const files = (extension: string) =>
  readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(extension));
const read = (path: string) => readFileSync(join(site, path), 'utf8');

/** Returns the elements and attributes that only a successful attack can have created. */
function harm(html: string): string[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll('*')].flatMap((element) => [
    ...(element.localName.includes('evil') ? [element.outerHTML.slice(0, 200)] : []),
    ...[...element.attributes]
      .filter(({ name, value }) => /^on/u.test(name) || /^\s*javascript:/iu.test(value))
      .map(({ name }) => `${element.localName} ${name}`),
  ]);
}

describe('a magazine whose every text is an attack', () => {
  it('has pages that show it, and none that obeys it', () => {
    const pages = files('.html');
    expect(pages.length).toBeGreaterThan(20);
    let shown = 0;
    for (const page of pages) {
      const html = read(page);
      expect(harm(html), page).toEqual([]);
      if (parseHTML(html).document.body?.textContent?.includes('x-evil onx=1')) shown += 1;
    }
    expect(shown).toBeGreaterThan(5);
    const { document } = parseHTML(read(`articles/${SLUG}/index.html`));
    expect(document.querySelector('h1')?.textContent).toContain(MARK);
    expect(document.querySelector('.words')?.textContent).toContain('<x-evil onx=1>');
    expect(document.querySelector('title')?.textContent).toContain(MARK);
    expect(document.querySelector('meta[name=description]')?.getAttribute('content')).toContain(MARK);
    expect(document.querySelector('.prose')?.textContent).toContain(MARK);
  });

  it('has structured data that says what its page says', () => {
    let found = 0;
    for (const page of files('.html')) {
      const { document } = parseHTML(read(page));
      for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
        const { '@graph': things } = JSON.parse(script.textContent ?? '') as {
          '@graph': Record<string, unknown>[];
        };
        for (const { headline } of things.filter(
          (thing) => thing['@type'] === 'NewsArticle' && thing['headline'],
        )) {
          if (page.includes(SLUG)) expect(headline).toContain(MARK);
          found += 1;
        }
      }
    }
    expect(found).toBe(2);
  });

  it('has feeds and sitemaps that are whole, and hold it as text', () => {
    const feeds = files('.xml');
    expect(feeds.length).toBeGreaterThan(4);
    for (const feed of feeds) expect(XMLValidator.validate(read(feed)), feed).toBe(true);
    const parsed = new XMLParser({ processEntities: true, htmlEntities: false }).parse(read('flux.xml')) as {
      rss: { channel: { item: Record<string, string>[] } };
    };
    const item = parsed.rss.channel.item.find(({ link }) => link?.includes(SLUG));
    expect(item?.['title']).toContain('<x-evil onx=1>');
    expect(item?.['x-evil']).toBeUndefined();
    const written = item?.['content:encoded'] ?? '';
    expect(written.length).toBeGreaterThan(100);
    expect(harm(`<html><body>${written}</body></html>`)).toEqual([]);
    for (const feed of files('flux.json')) {
      const { items } = JSON.parse(read(feed)) as { items: { title: string; content_html: string }[] };
      for (const { content_html } of items)
        expect(harm(`<html><body>${content_html}</body></html>`)).toEqual([]);
      if (feed.includes('hostile') || feed === 'flux.json')
        expect(items.some(({ title }) => title.includes(MARK))).toBe(true);
    }
  });

  it('has lists for machines that parse, and old addresses and headers of which it is no line', () => {
    for (const path of [...files('.json'), ...files('.webmanifest')])
      expect(() => JSON.parse(read(path)), path).not.toThrow();
    for (const path of ['_redirects', 'robots.txt', '.well-known/security.txt'])
      expect(read(path), path).not.toContain('x-evil');
  });
});
