import { describe, expect, it } from 'vitest';
import { readArticleRecords } from '#content/files/article-records.ts';
import { nearArticleNotice } from '#search/near-article.ts';

const articles = readArticleRecords('tests/fixtures').flatMap(({ slug, data }) =>
  data ? [{ title: data.title, description: data.description, address: `/articles/${slug}/` }] : [],
);
const notice = (title: string, description = '', among = articles) =>
  nearArticleNotice({ title, description }, among);

describe('the article that says nearly the same', () => {
  it.each([
    ['Incubateurs et accélérateurs : lequel choisir ?', 'accelerateur-ou-incubateur'],
    ['Comprendre le capital-risque', 'le-capital-risque-explique'],
    ['De Twitter à X : histoire d’un rachat', 'de-twitter-a-x-chronologie-d-une-plateforme'],
    ['Le bilan carbone et ses scopes', 'scopes-1-2-3-lire-un-bilan-carbone'],
    ['INFLATION : LES ACHATS D’OBLIGATIONS', 'achats-d-obligations-et-inflation'],
    ['Éviter et éliminer le carbone', 'eviter-ou-eliminer-deux-familles-de-credits-carbone'],
    ['Stockage des énergies renouvelables', 'stocker-les-energies-renouvelables'],
  ])('is found for « %s »', (title, slug) => {
    expect(notice(title)).toContain(`(/articles/${slug}/)`);
  });

  it('is found by a lead when the title says little', () => {
    const lead = 'Microsoft et Google achètent des crédits pour compenser l’IA.';
    expect(notice('Les crédits carbone des géants du numérique', lead)).toBe(
      'Un article proche existe déjà\u00A0: «\u00A0Les géants de la Tech compensent leur empreinte carbone de l’IA générative\u00A0» (/articles/geants-tech-empreinte-carbone-ia-generative/).',
    );
  });

  it.each(['L’ordinateur quantique', 'L’eau potable des villes', 'L’énergie nucléaire', '', '?!'])(
    'is none for « %s »',
    (title) => {
      expect(notice(title)).toBeNull();
    },
  );

  it('is none for any article of the magazine among the others', () => {
    for (const article of articles) {
      const others = articles.filter(({ address }) => address !== article.address);
      expect(nearArticleNotice(article, others), article.address).toBeNull();
    }
  });

  it('is found in a magazine of one article, and none is found in an empty one', () => {
    const only = {
      title: 'Le retour du tram',
      description: 'Les villes le reprennent.',
      address: '/articles/tram/',
    };
    expect(notice('Le tram est de retour', '', [only])).toContain('/articles/tram/');
    expect(nearArticleNotice(only, [])).toBeNull();
  });
});
