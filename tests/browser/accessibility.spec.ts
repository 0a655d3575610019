import { accessibilityFindings, expect, LEAD_ARTICLE, removeScripts, test } from './helpers.ts';

const TEMPLATES = {
  article: LEAD_ARTICLE,
  home: '/',
  section: '/rubriques/innovations-et-societes/',
  'sub-section': '/rubriques/innovations-et-societes/ecologie-et-innovation/',
  tag: '/etiquettes/cloud-computing/',
  tags: '/etiquettes/',
  author: '/auteurs/la-redaction/',
  page: '/mentions-legales/',
  search: '/recherche/',
  'search with results': '/recherche/?q=carbone',
  'search without result': '/recherche/?q=technologe',
  'site map': '/plan-du-site/',
  'not found': '/404.html',
  'what the device keeps': '/hors-ligne/',
};

const WIDTHS = [320, 1280];
/** What another scheme changes is colours alone. */
const SCHEMES = [
  { colorScheme: 'light', judged: 'whole' },
  { colorScheme: 'dark', judged: 'colours' },
] as const;

for (const [template, address] of Object.entries(TEMPLATES)) {
  for (const scripts of ['on', 'off']) {
    test(`${template}, scripts ${scripts}: no axe finding and no scroll sideways, at any width, in any colours`, async ({
      quietPage: page,
    }) => {
      // One load for all: a page answers to its width and to its colours as it stands.
      test.slow();
      // Colours change at once, with the width as with the scheme: none is judged on its way to another.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      if (scripts === 'off') await removeScripts(page);
      await page.goto(address);
      if (scripts === 'on' && address.includes('?q='))
        await expect(page.locator('search-results')).toHaveAttribute('data-state', /found|none/);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        for (const { colorScheme, judged } of SCHEMES) {
          await page.emulateMedia({ colorScheme });
          expect(await accessibilityFindings(page, judged), `${width} px, ${colorScheme}`).toEqual([]);
        }
      }
    });
  }
}
