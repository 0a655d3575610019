import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySite, type SiteCopy } from '../site-copy.ts';

const PUBLISHED = 'stocker-les-energies-renouvelables';
const DRAFT = 'un-brouillon-secret';
const COMING = 'un-article-programme';
/** When clocks go forward: 03:00 in Paris is 01:00 in UTC. */
const HOUR = '2027-03-28 03:00';

let copy: SiteCopy;
beforeAll(() => {
  copy = copySite([PUBLISHED]);
  const settings = readFileSync('tests/fixtures/content/site.yaml', 'utf8');
  copy.write('content/site.yaml', settings.replace('offline: true', 'offline: false'));
  const source = readFileSync(`tests/fixtures/content/articles/${PUBLISHED}/index.mdx`, 'utf8');
  const cover = readFileSync(`tests/fixtures/content/articles/${PUBLISHED}/couverture.svg`, 'utf8');
  for (const [slug, title, fields] of [
    [DRAFT, 'Le Kouglof clandestin', 'draft: true\naliases:\n  - /ancien-kouglof/\n'],
    [COMING, 'Le Pruneau ponctuel', 'aliases:\n  - /ancien-pruneau/\n'],
  ] as const) {
    const text = source
      .replace(/^title:.*$/mu, `title: ${title}`)
      .replace('\nauthors:', `\n${fields}authors:`);
    const dated = slug === COMING ? text.replace(/^publishedAt:.*$/mu, `publishedAt: ${HOUR}`) : text;
    copy.write(`content/articles/${slug}/index.mdx`, dated);
    copy.write(`content/articles/${slug}/couverture.svg`, cover);
  }
  copy.build('out/before', { PUBLICATION_NOW: '2027-03-28T00:59:59Z' });
});
afterAll(() => copy.remove());

/** Returns the files of a built site whose path or text matches. */
function traces(folder: string, words: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => {
    const file = join(folder, path);
    return words.test(path) || (statSync(file).isFile() && words.test(readFileSync(file, 'latin1')));
  });
}

describe('reading without a network, once the magazine gives it up', () => {
  it('leaves a worker that erases what it kept and goes, and no way to it', () => {
    const site = join(copy.root, 'out/before');
    expect(readFileSync(join(site, 'service-worker.js'), 'utf8')).toContain('.unregister()');
    expect(traces(site, /service-worker\.js|hors-ligne|read-later/u)).toEqual([
      '_headers',
      'service-worker.js',
    ]);
  });
});

describe('what is not published yet', () => {
  it('leaves no trace in the published site', () => {
    const site = join(copy.root, 'out/before');
    expect(traces(site, /kouglof|brouillon-secret|pruneau|article-programme/iu)).toEqual([]);
    expect(traces(site, new RegExp(PUBLISHED, 'u')).length).toBeGreaterThan(5);
  });

  it('is published by the build that follows its hour in Paris, when clocks have changed', () => {
    const site = copy.build('out/after', { PUBLICATION_NOW: '2027-03-28T01:00:00Z' });
    const found = traces(site, /pruneau ponctuel/iu);
    expect(found).toEqual(
      expect.arrayContaining([
        'index.html',
        join('articles', COMING, 'index.html'),
        'flux.xml',
        'flux.json',
        'sitemap-actualites.xml',
      ]),
    );
    expect(traces(site, new RegExp(COMING, 'u'))).toEqual(
      expect.arrayContaining(['sitemap-0.xml', join('ancien-pruneau', 'index.html')]),
    );
    expect(traces(site, /kouglof|brouillon-secret/iu)).toEqual([]);
  });

  it('is shown and marked in a preview, which no robot may keep', () => {
    const site = copy.build('out/preview', { PUBLICATION_NOW: '2027-01-01T00:00:00Z', PREVIEW: '1' });
    const page = (slug: string) => readFileSync(join(site, 'articles', slug, 'index.html'), 'utf8');
    // Only `_headers` mentions the worker, because it is the same in every build.
    expect(traces(site, /service-worker\.js|hors-ligne/u)).toEqual(['_headers']);
    expect(page(DRAFT)).toMatch(/<mark[^>]*>Brouillon<\/mark>/u);
    expect(page(COMING)).toMatch(/<mark[^>]*>Sera publié le 28\u00A0mars 2027<\/mark>/u);
    const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('index.html'),
    );
    for (const path of pages) {
      const html = readFileSync(join(site, path), 'utf8');
      expect(html, path).toContain('noindex');
      if (!html.includes('http-equiv="refresh"')) expect(html, path).toContain('Aperçu');
    }
    expect(readFileSync(join(site, 'robots.txt'), 'utf8')).toBe('User-agent: *\nDisallow: /\n');
  });
});
