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

/** The width changes the layout; the colour scheme changes only colours. Without scripts, colours are the same. */
const VIEWS = [
  { width: 320, colorScheme: 'light', judged: 'whole', scripts: ['on', 'off'] },
  { width: 1280, colorScheme: 'light', judged: 'whole', scripts: ['on'] },
  { width: 1280, colorScheme: 'dark', judged: 'colours', scripts: ['on'] },
] as const;

for (const [template, address] of Object.entries(TEMPLATES)) {
  for (const scripts of ['on', 'off'] as const) {
    test(`${template}, scripts ${scripts}: no axe finding and no scroll sideways, at any width, in any colours`, async ({
      quietPage: page,
    }) => {
      // The page is loaded once: it adapts to each width and colour scheme.
      test.slow();
      // Without transitions, colours change at once, and axe never reads a colour in between.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      if (scripts === 'off') await removeScripts(page);
      await page.goto(address);
      if (scripts === 'on' && address.includes('?q='))
        await expect(page.locator('search-results')).toHaveAttribute('data-state', /found|none/);
      for (const view of VIEWS) {
        await page.setViewportSize({ width: view.width, height: 900 });
        const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(scrolled).toBeLessThanOrEqual(view.width);
        if (!view.scripts.some((judged) => judged === scripts)) continue;
        await page.emulateMedia({ colorScheme: view.colorScheme });
        const name = `${view.width} px, ${view.colorScheme}`;
        expect(await accessibilityFindings(page, view.judged), name).toEqual([]);
      }
    });
  }
}
