import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { composeArticle } from '#cli/new-article/compose.ts';
import { explainFailure } from '#cli/build/explain-failure.ts';
import { formatJson, formatReport } from '#cli/check/findings-report.ts';
import { splitArticle } from '#content/files/article-file.ts';
import { formatProblems } from '#model/problems.ts';
import { articleFileSchema } from '#model/schema.ts';
import { textProblems } from '#content/checks/safety/text-safety.ts';
import { renderCommentText } from '#lib/comments/comment-text.ts';
import { describeBreadcrumb, serialiseJsonLd } from '#lib/json-ld.ts';
import { writeNewsSitemap } from '#lib/feeds/news-sitemap.ts';
import { writeRss } from '#lib/feeds/rss.ts';
import { shareLinks } from '#lib/share-links.ts';
import { isSlug, slugify } from '#lib/slugs.ts';
import { paletteOf } from '#lib/palette.ts';
import { renderProblemPage } from '#integrations/problem-page.ts';

/** Pieces of known attacks, which are put in any order in any text. */
const PIECES = [
  ...['<script>', '</script>', '<x-evil onx=1>', '<!--', '-->', ']]>', '<![CDATA[', '&lt;', '&#60;', '&'],
  ...[
    '"',
    "'",
    '`',
    '>',
    '<',
    '/',
    '\\',
    '{',
    '}',
    '${x}',
    '%0d%0a',
    '%2e%2e/',
    '../',
    'javascript:',
    'data:',
  ],
  ...[
    '\u001B[2J',
    '\u009B31m',
    '\u202E',
    '\0',
    '\r\n',
    '\n---\n',
    ': ',
    '# ',
    '- ',
    '*a',
    '&a',
    '!!js',
    '|',
    'é',
    '😀',
  ],
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 12 })
  .map((pieces) => pieces.join(''));
/** Texts that a file of the magazine may contain: the content check rejects the others. */
const admitted = hostile.filter(
  (text) =>
    !/[\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/u.test(text) && textProblems('a.yaml', text).length === 0,
);
const OBEYED = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

const evils = (html: string) => {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  return [...document.querySelectorAll('*')].filter(
    ({ localName, attributes }) =>
      ['script', 'x-evil', 'iframe'].includes(localName) ||
      [...attributes].some(
        ({ name, value }) => name.startsWith('on') || /^\s*(?:javascript|data):/iu.test(value),
      ),
  );
};

describe('whatever a text holds', () => {
  it('a comment runs nothing', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(evils(renderCommentText(text))).toEqual([]);
      }),
    );
  });

  it('the page of mistakes shows it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const problem = { file: text, line: 1, column: 1, message: text, remedy: text };
        const page = renderProblemPage([problem], () => text, paletteOf(), '/');
        const { document } = parseHTML(page);
        expect([...document.querySelectorAll('script')]).toHaveLength(1);
        expect(document.querySelectorAll('x-evil')).toHaveLength(0);
      }),
    );
  });

  it('a feed and a sitemap are well formed, and give it back', async () => {
    await fc.assert(
      fc.asyncProperty(admitted, async (text) => {
        const address = 'https://ex.fr/a/';
        const item = { id: address, url: address, title: text, summary: text, html: text, picture: null };
        const dates = { publishedAt: '2026-11-24T10:00:00+01:00', changedAt: '2026-11-24T10:00:00+01:00' };
        const rss = await writeRss({
          ...{ title: text, description: text, home: address, rss: address, json: null, icon: address },
          rights: text,
          items: [{ ...item, ...dates, authors: [{ name: text, url: null }], tags: [text] }],
        });
        const news = writeNewsSitemap(
          [{ url: address, title: text, publishedAt: dates.publishedAt }],
          text,
          new Date(dates.publishedAt),
        );
        for (const xml of [rss, news]) {
          expect(XMLValidator.validate(xml)).toBe(true);
          expect(JSON.stringify(new XMLParser().parse(xml))).not.toContain('"x-evil"');
        }
      }),
    );
  });

  it('structured data gives it back, and their element ends where it ends', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const crumbs = describeBreadcrumb([{ label: name, url: null }]);
        const { document } = parseHTML(
          `<html><body><script type="application/ld+json">${serialiseJsonLd([crumbs])}</script></body></html>`,
        );
        expect(document.body.children).toHaveLength(1);
        const told = JSON.parse(document.querySelector('script')?.textContent ?? '') as {
          '@graph': unknown[];
        };
        expect(told['@graph']).toEqual([crumbs]);
      }),
    );
  });

  it('an old address that servers are told to lead on is a plain path, or is refused', () => {
    const { aliases } = articleFileSchema.shape;
    fc.assert(
      fc.property(hostile, (text) => {
        for (const alias of [text, `/${text}/`, `/a/${text}`]) {
          const { success } = aliases.safeParse([alias]);
          if (success) expect(alias).toMatch(/^\/[\w/-]+\/$/u);
        }
      }),
    );
    expect(aliases.safeParse(['/a/b-2/']).success).toBe(true);
    for (const alias of ['/a/\r\nSet-Cookie: a=b/', '/a/"; return 200;/', '//evil.example/', '/a/ /b/ 200'])
      expect(aliases.safeParse([alias]).success, alias).toBe(false);
  });

  it('a link to share it is one address, and its words are found again in it', () => {
    fc.assert(
      fc.property(admitted, (title) => {
        for (const { href } of shareLinks({ url: 'https://ex.fr/', title })) {
          expect(href).toMatch(/^(?:https:\/\/|mailto:)[\w.@/?#&=%!~*'()-]+$/u);
          expect(evils(`<a href="${href}">a</a>`)).toEqual([]);
        }
      }),
    );
  });

  it('a name for a file stays in its folder', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const name = slugify(text);
        expect(name === '' || isSlug(name)).toBe(true);
      }),
    );
  });

  it('the fields of a new article are read as they were given', () => {
    fc.assert(
      fc.property(admitted, (text) => {
        const cover = { src: './a.svg', alt: text, caption: text, credit: text };
        const given = { title: text, description: text, publishedAt: '2026-11-24', category: 'a' };
        const written = composeArticle({ ...given, tags: [text], authors: ['a'], cover, draft: true });
        const data = parse(splitArticle(written)?.frontMatter ?? '') as Record<string, unknown>;
        const read = text.normalize('NFC');
        expect(data).toMatchObject({
          ...{ title: read, description: read, tags: [read], draft: true },
          cover: { ...cover, alt: read, caption: read, credit: read },
        });
      }),
    );
  });

  it('a terminal obeys none of what is said of it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const place = { file: text, line: 1, column: 1, message: text, remedy: text };
        const findings = {
          problems: [{ ...place, rule: text, severity: 'erreur' as const, isWaiting: false }],
          skipped: [{ rule: text, reason: text }],
        };
        const said = [
          formatReport(findings, { eachNote: true, written: 0 }),
          formatJson(findings),
          formatProblems([place]),
          explainFailure(new Error(text, { cause: new Error(text) })),
        ];
        for (const words of said) expect(words.replaceAll('\n', '')).not.toMatch(OBEYED);
        expect((JSON.parse(said[1] ?? '') as { problems: { file: string }[] }).problems[0]?.file).toBe(text);
      }),
    );
  });
});
