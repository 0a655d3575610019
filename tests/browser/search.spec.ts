import { expect, test } from './helpers.ts';
import { addressOf, field, found, results, searchInBrowser, status } from './search-page.ts';

test.beforeEach(({ page }) => searchInBrowser(page));

const GIANTS = 'geants-tech-empreinte-carbone-ia-generative';
const ELIZA = 'd-eliza-aux-grands-modeles';
const BONDS = 'achats-d-obligations-et-inflation';
const CREDITS = 'eviter-ou-eliminer-deux-familles-de-credits-carbone';
const RANGE = 'autonomie-electrique-du-cycle-wltp-a-la-route';
const INCUBATOR = 'accelerateur-ou-incubateur';
const SOVEREIGN = 'deeptech-et-souverainete';
const STORING = 'stocker-les-energies-renouvelables';
const TWITTER = 'de-twitter-a-x-chronologie-d-une-plateforme';

/** Queries of readers, with the article that must come first; `null` when nothing should be found. */
const QUERIES: readonly (readonly [what: string, query: string, first: string | null])[] = [
  ['an article and a word', 'l’IA générative', GIANTS],
  ['a straight apostrophe', "l'IA générative", GIANTS],
  ['no accent', 'geants empreinte generative', GIANTS],
  ['capitals', 'ELIZA', ELIZA],
  ['a first name without its accent, in lower case', 'eliza', ELIZA],
  ['an elided word', 'd’inflation', BONDS],
  ['a plural for a singular', 'inflations', BONDS],
  ['a singular for a plural', 'obligation', BONDS],
  ['an infinitive', 'acheter', BONDS],
  ['a proper name of two words', 'Elon Musk', TWITTER],
  ['two words', 'banque centrale', BONDS],
  ['two words in the plural', 'souverainetés industrielles', SOVEREIGN],
  ['a ligature typed as two letters', 'manoeuvre', BONDS],
  ['a ligature', 'manœuvre', BONDS],
  ['French quotation marks', '« crédits carbone »', CREDITS],
  ['straight quotation marks', '"cycle WLTP"', RANGE],
  ['a quotation that no article holds', '"carbone crédits obligations"', null],
  ['an acronym', 'WLTP', RANGE],
  ['a whole question', 'qu’est-ce que la deeptech ?', SOVEREIGN],
  ['a word left unfinished', 'deept', SOVEREIGN],
  ['a word misspelt at its end', 'incubateurz', INCUBATOR],
  ['a letter lost', 'microsft', GIANTS],
  ['a sound for another', 'hidrogène', STORING],
  ['a name misspelt beside one that is not', 'elon mask', TWITTER],
  ['words stuck together', 'creditcarbone', CREDITS],
  ['another name than that of the text', 'quantitative easing', BONDS],
  ['a source', 'attention is all you need', ELIZA],
  ['a phrase with an elided word', '« l’IA générative »', GIANTS],
  ['a subject of which nothing is said', 'recette de tarte aux pommes', null],
  ['accents missing in two words', 'matieres premieres', SOVEREIGN],
  ['a formula in figures', 'energies renouvelables stocker', STORING],
  ['a word that the magazine never wrote', 'coeur', null],
  ['another with its article', 'l’événement', null],
  ['nonsense', 'zzxqw vbnmk', null],
  ['signs alone', '?!…', null],
  ['HTML', '<script>alert(1)</script>', null],
  ['an image that would run a script', '<img src=zz onerror=zz>', null],
  ['five hundred signs', 'x'.repeat(500), null],
  ['what databases fear', "'; TRUNCATE zorglubs; --", null],
];

test.describe('a question', () => {
  // One page is used for all queries, because a new browser context for each would cost more than the searches.
  test('of each kind finds first the article that answers it, or nothing', async ({ quietPage: page }) => {
    for (const [what, query, first] of QUERIES)
      await test.step(`${what} finds ${first ?? 'nothing'}`, async () => {
        await page.goto(addressOf(query));
        const slugs = await found(page);
        expect.soft(slugs[0] ?? null, what).toBe(first);
        const said = (await status(page).textContent()) ?? '';
        if (first === null) expect.soft(said, what).toMatch(/^Aucun (?:résultat|article pour)/u);
        else
          expect
            .soft(said, what)
            .toMatch(slugs.length === 1 ? /(?:^|: )1 article/u : /(?:^|: )\d+\sarticles/u);
        await expect.soft(field(page), what).toHaveValue(query);
        const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect.soft(width, what).toBeLessThanOrEqual(0);
      });
  });

  test('finds formulas, written in either way', async ({ quietPage: page }) => {
    await page.goto(addressOf('CO2'));
    const plain = await found(page);
    expect(plain).toContain(GIANTS);
    await page.goto(addressOf('CO₂'));
    expect(await found(page)).toEqual(plain);
  });

  test('is answered by excerpts in French typography, words alone marked', async ({ quietPage: page }) => {
    await page.goto(addressOf('inflation'));
    const item = results(page).first();
    await expect(item.locator('mark').first()).toHaveText(/^[\p{L}]+$/u);
    const texts = await page.locator('.result').allTextContents();
    expect(texts.join(' ')).toMatch(/[dl]’inflation/u);
    for (const text of texts) expect(text).not.toMatch(/\p{L}'\p{L}| [;!?»]|« /u);
    await expect(item.locator('time')).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\d$/u);
    await expect(item.locator('img')).toHaveJSProperty('complete', true);
  });

  test('without answer is offered the nearest tags and sections', async ({ quietPage: page }) => {
    await page.goto(addressOf('mbilité zzxqw'));
    expect(await found(page)).toEqual([]);
    const near = page.locator('.nearest').getByRole('link');
    await expect(near.first()).toHaveText(/mobilité/iu);
    expect((await page.request.get((await near.first().getAttribute('href')) ?? '')).status()).toBe(200);
    await expect(page.getByRole('heading', { name: 'Rubriques' })).toBeVisible();
  });

  test('that is corrected says what was answered, and leads back to what was typed', async ({
    quietPage: page,
  }) => {
    await page.goto(addressOf('microsft'));
    expect((await found(page))[0]).toBe(GIANTS);
    await expect(status(page)).toHaveText(/^Résultats pour «\smicrosoft\s»\s: \d\sarticles$/u);
    await page.getByRole('link', { name: /^Chercher plutôt «\smicrosft\s»/u }).click();
    expect(await found(page)).toEqual([]);
    await expect(status(page)).toHaveText(/^Aucun résultat pour «\smicrosft\s»/u);
    await expect(page).toHaveURL(`${addressOf('microsft')}&tel-quel=1`);
  });

  test('that only a part of the words answers says so', async ({ quietPage: page }) => {
    await page.goto(addressOf('pourquoi twitter s’appelle x'));
    expect(await found(page)).toEqual([TWITTER]);
    await expect(status(page)).toContainText('Avec une partie des mots : 1 article');
  });

  test('is answered by authors, tags, sections and pages too, each named as such', async ({
    quietPage: page,
  }) => {
    const lists = page.getByRole('list', { name: 'Rubriques, étiquettes, auteurs et pages' });
    for (const [query, kind, name, address] of [
      ['la rédaction', 'Auteur', 'La rédaction', /\/auteurs\/la-redaction\/$/u],
      ['monnaie', 'Rubrique', 'Monnaie', /\/rubriques\/.*\/monnaie\/$/u],
      ['cloud computing', 'Étiquette', 'cloud computing', /\/etiquettes\/cloud-computing\/$/u],
      ['mentions légales', 'Page', 'Mentions légales', /\/mentions-legales\/$/u],
    ] as const) {
      await page.goto(addressOf(query));
      await found(page);
      const link = lists.getByRole('link').first();
      await expect(link, query).toHaveText(`${kind} ${name}`);
      await expect(link, query).toHaveAttribute('href', address);
      expect((await page.request.get((await link.getAttribute('href')) ?? '')).status(), query).toBe(200);
    }
  });
});
