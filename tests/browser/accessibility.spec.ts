import { accessibilityFindings, expect, LEAD_ARTICLE, removeScripts, test } from './helpers.ts';

/**
 * Templates that the accessibility gate (src/cli/gates/visit.ts) already checks at 1280 pixels in light colours and at
 * 360 in dark ones.
 */
const GATED = {
  article: LEAD_ARTICLE,
  home: '/',
  section: '/rubriques/innovations-et-societes/',
  'sub-section': '/rubriques/innovations-et-societes/ecologie-et-innovation/',
  tag: '/etiquettes/cloud-computing/',
  tags: '/etiquettes/',
  author: '/auteurs/la-redaction/',
  page: '/mentions-legales/',
  'search with results': '/recherche/?q=carbone',
  'not found': '/404.html',
};
/** Pages and states that no quality gate visits. */
const OTHERS = {
  search: '/recherche/',
  'search corrected': '/recherche/?q=microsft',
  'search without result': '/recherche/?q=technologe+zzxqw',
  'site map': '/plan-du-site/',
  'what the device keeps': '/hors-ligne/',
};

/**
 * The views to check. Only the width changes the layout, so a second colour scheme needs only the rules about colours.
 * Colours are the same without scripts.
 */
const VIEWS = [
  { width: 320, colorScheme: 'light', judged: 'whole', scripts: ['on', 'off'], gated: false },
  { width: 1280, colorScheme: 'light', judged: 'whole', scripts: ['on'], gated: true },
  { width: 1280, colorScheme: 'dark', judged: 'colours', scripts: ['on'], gated: true },
] as const;

for (const [template, address] of Object.entries({ ...GATED, ...OTHERS })) {
  test(`${template}: no axe finding and no scroll sideways, with scripts and without, at any width, in any colours`, async ({
    quietPage: page,
  }) => {
    test.slow();
    // Without transitions, axe never reads a colour between two states.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const scripts of ['on', 'off'] as const) {
      // The page is loaded once, and adapts to each width and colour scheme.
      if (scripts === 'off') await removeScripts(page);
      await page.goto(address);
      if (scripts === 'on' && address.includes('?q='))
        await expect(page.locator('search-results')).toHaveAttribute('data-state', /found|none/);
      for (const view of VIEWS) {
        await page.setViewportSize({ width: view.width, height: 900 });
        const name = `scripts ${scripts}, ${view.width} px, ${view.colorScheme}`;
        const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(scrolled, name).toBeLessThanOrEqual(view.width);
        if (!view.scripts.some((judged) => judged === scripts) || (view.gated && template in GATED)) continue;
        await page.emulateMedia({ colorScheme: view.colorScheme });
        expect(await accessibilityFindings(page, view.judged), name).toEqual([]);
      }
    }
  });
}
