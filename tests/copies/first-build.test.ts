import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copySite, type SiteCopy } from '../site-copy.ts';

/** A magazine with a photograph; its articles are below /recits/. */
const MAGAZINE = 'tests/fixtures/magazine/content';
const [, SETTING = ''] = /^AVIF=(\w+) npm run build /u.exec(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }).scripts.start,
) ?? [''];

let copy: SiteCopy;
beforeAll(() => {
  copy = copySite([]);
  rmSync(join(copy.root, 'content'), { recursive: true });
  cpSync(MAGAZINE, join(copy.root, 'content'), { recursive: true });
});
afterAll(() => copy.remove());

/** Builds the site with a cache of its own. Returns the formats of the pictures, and those that pages offer. */
function build(AVIF: string) {
  const site = copy.build('dist', { CACHE_FOLDER: join(copy.root, 'cold'), AVIF, BUILD: 'fast' });
  const formats = readdirSync(join(site, '_astro')).map((name) => extname(name).slice(1));
  const page = readFileSync(join(site, 'recits/de-la-fibre-a-la-pate/index.html'), 'utf8');
  return {
    drawn: ['avif', 'webp', 'jpg'].filter((format) => formats.includes(format)),
    offered: [...new Set(Array.from(page.matchAll(/type="?image\/(avif|webp)/gu), ([, format]) => format))],
  };
}

it('the first build of `npm start` offers WebP alone, `npm run build` adds AVIF, and `npm start` keeps it', () => {
  expect(SETTING).toBe('cached');
  expect(build(SETTING)).toEqual({ drawn: ['webp', 'jpg'], offered: ['webp'] });
  const complete = { drawn: ['avif', 'webp', 'jpg'], offered: ['avif', 'webp'] };
  expect(build('')).toEqual(complete);
  expect(build(SETTING)).toEqual(complete);
});
