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
};

for (const [template, address] of Object.entries(TEMPLATES)) {
  for (const width of [320, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const scripts of ['on', 'off']) {
        const name = `${template} at ${width} px, ${colorScheme}, scripts ${scripts}`;
        test.describe(name, () => {
          test.use({ viewport: { width, height: 900 }, colorScheme });

          test('has no axe finding and does not scroll sideways', async ({ quietPage: page }) => {
            if (scripts === 'off') await removeScripts(page);
            await page.goto(address);
            if (scripts === 'on' && address.includes('?q='))
              await expect(page.locator('search-results')).toHaveAttribute('data-state', /found|none/);
            expect(await accessibilityFindings(page)).toEqual([]);
            const width = await page.evaluate(
              () => [document.documentElement.scrollWidth, innerWidth] as const,
            );
            expect(width[0]).toBeLessThanOrEqual(width[1]);
          });
        });
      }
    }
  }
}
