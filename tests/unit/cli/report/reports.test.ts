import { HtmlValidate, FileSystemConfigLoader } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { readSite } from '#cli/report/built-site.ts';
import { type Comparison, compareSites } from '#cli/report/comparison.ts';
import { htmlReport } from '#cli/report/html-report.ts';
import { paletteOf } from '#lib/palette.ts';
import { jsonReport } from '#cli/report/json-report.ts';
import { markdownReport } from '#cli/report/markdown-report.ts';
import type { PageChange } from '#cli/report/compare-pages.ts';
import { writeSite } from './site.ts';

const weight = { html: 1000, frame: 900, css: 0, js: 0, inlineJs: 0, fonts: 0, pictures: 0, requests: 1 };
const EVIL = `<script>alert(1)</script> | [x](javascript:alert(1)) \u001B[31m @team "quoted" <!--`;
const page: PageChange = {
  address: '/articles/a/',
  file: 'articles/a/index.html',
  template: 'article',
  title: EVIL,
  state: 'changed',
  appearance: false,
  differences: [
    { kind: 'words', label: '', before: EVIL, after: `${EVIL} !` },
    { kind: 'metadata', label: EVIL, before: null, after: EVIL },
    { kind: 'style', label: '', before: EVIL, after: null },
  ],
  weight: { before: weight, after: { ...weight, html: 1010 } },
};
const image = { width: 10, height: 10, data: Buffer.from('picture') };
const nothing: Comparison = {
  base: 'main',
  head: 'la copie de travail',
  failure: null,
  pages: [],
  shared: [],
  own: [],
  files: [],
  weights: [],
  views: [],
  left: 0,
  hasPictures: false,
};
const full: Comparison = {
  ...nothing,
  base: EVIL,
  pages: [page],
  own: [page],
  shared: [{ differences: page.differences, pages: ['/a/', EVIL] }],
  files: [{ file: 'flux.xml', state: 'changed', records: [{ name: EVIL, state: 'added' }] }],
  weights: [{ template: 'article', pages: 1, before: weight, after: { ...weight, html: 2000 } }],
  views: [
    {
      address: '/articles/a/',
      pictures: { phone: { before: image, after: image, marks: 1, isCropped: true }, desktop: null },
      accessibility: { come: [{ rule: 'image-alt', help: EVIL, target: EVIL }], gone: [] },
    },
  ],
  left: 3,
  hasPictures: true,
};

describe('a report', () => {
  it('is valid HTML that runs nothing and asks for nothing', async () => {
    const report = htmlReport(full, paletteOf());
    const { results } = await new HtmlValidate(new FileSystemConfigLoader()).validateString(report);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId} ${message}`)),
    ).toEqual([]);
    expect(report).not.toMatch(/<script|\u001B|<!--/u);
    expect(report).toContain('data:image/webp;base64,');
    expect(report.match(/(?:src|href)="(?!data:)/gu)).toBeNull();
  });

  it('folds what machines alone read of a change that pages share', () => {
    const links = {
      differences: [{ kind: 'links' as const, label: '', before: '/x/', after: null }],
      pages: ['/b/'],
    };
    const told = htmlReport({ ...full, shared: [...full.shared, links] }, paletteOf());
    expect(told).toMatch(/<summary>1.autre changement commun, invisible à la lecture.: liens<\/summary>/u);
    // When it is the only change, it is not folded.
    expect(htmlReport({ ...full, shared: [links] }, paletteOf())).not.toContain('à la lecture');
  });

  it('says in one line that nothing changed', () => {
    expect(
      markdownReport(nothing)
        .split('\n')
        .filter((line) => line.startsWith('- ')),
    ).toHaveLength(1);
    expect(htmlReport(nothing, paletteOf()).match(/<h2>/gu)).toHaveLength(1);
  });

  it('says why there is nothing to compare with', () => {
    const failed = { ...nothing, failure: 'Deux fois <b>la même</b> adresse' };
    expect(htmlReport(failed, paletteOf())).toContain('Deux fois &lt;b&gt;la même&lt;/b&gt; adresse');
    expect(markdownReport(failed)).toContain('n’a pas pu être construit');
  });

  it('tells programs what it tells people', () => {
    expect(JSON.parse(jsonReport(full))).toMatchObject({
      version: 1,
      pages: [{ address: '/articles/a/', state: 'changed' }],
      files: [{ file: 'flux.xml' }],
      left: 3,
    });
    expect(jsonReport(full)).not.toContain('\u001B');
  });
});

describe('a summary', () => {
  it('shows what others wrote without obeying it', () => {
    const summary = markdownReport(full);
    expect(summary).not.toMatch(/<|\u001B|@team|\]\(|\|/u);
  });

  it('names articles before the lists that come and go with them', () => {
    const gone = (address: string, template: PageChange['template']): PageChange => ({
      ...page,
      ...{ address, template, title: address, state: 'removed' },
    });
    const lists = ['/a/', '/b/', '/c/', '/d/'].map((address) => gone(address, 'étiquette'));
    const summary = markdownReport({ ...nothing, pages: [page, ...lists, gone('/z/', 'article')] });
    expect(summary).toMatch(
      /5.pages de moins &#58; « \/z\/ », « \/a\/ », « \/b\/ », « \/c\/ » et 1.autre\./u,
    );
  });

  it('names pages that came and went before those that changed', () => {
    const titled = (title: string) => ({ 'a/index.html': `<title>${title}</title>` });
    const [before, after] = [
      { ...titled('Un'), 'b/index.html': '<title>B</title>' },
      { ...titled('Deux'), 'c/index.html': '<title>C</title>' },
    ].map((files) => readSite(writeSite(files)));
    if (!before || !after) throw new Error('no site');
    const labels = { base: 'main', head: 'autre', failure: null, maxPictures: 0 };
    const summary = markdownReport(compareSites(before, after, labels).comparison);
    const states = summary.match(/(?<=^- )(?:nouvelle|retirée|modifiée)/gmu);
    expect(states).toEqual(['nouvelle', 'retirée', 'modifiée']);
  });

  it('fits in a comment, and says what it left out', () => {
    const own = Array.from({ length: 3000 }, () => page);
    const summary = markdownReport({ ...full, own, pages: own });
    expect(Buffer.byteLength(summary)).toBeLessThan(65_000);
    expect(summary).toMatch(/et [\d\u202F]+\u00A0autres/u);
  });
});
