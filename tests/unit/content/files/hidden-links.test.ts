import { expect, it } from 'vitest';
import { linkedArticles, withoutHiddenLinks } from '#content/files/hidden-links.ts';

it('shows the words alone of a link to an article that is hidden', () => {
  const nodes = [
    '<p>Lire <a href="../a/">un <em>titre</em></a> et <a href="../b/">autre</a>.</p>',
    {
      name: 'Encadre',
      attributes: {},
      children: ['<a href="../a/#x">ici</a> <a href="https://a.fr/../a/">là</a>'],
    },
  ];
  expect(withoutHiddenLinks(nodes, (slug) => slug === 'a')).toEqual([
    '<p>Lire un <em>titre</em> et <a href="../b/">autre</a>.</p>',
    { name: 'Encadre', attributes: {}, children: ['ici <a href="https://a.fr/../a/">là</a>'] },
  ]);
});

it('names the articles that a text may lead to', () => {
  expect(linkedArticles('[a](../b-c/) et [d](../a/#x), [e](./f/) [b](../b-c/)')).toEqual(['a', 'b-c']);
});
