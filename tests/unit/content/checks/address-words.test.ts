import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plain } from '../../cli/project.ts';
import { root, said, site, useSmallestContent, write } from './smallest-content.ts';

useSmallestContent();

const addresses = (lines: string) =>
  write('site.yaml', `${site('  - category: mobilite\n    label: M')}addresses:\n${lines}\n`);

describe('the words of addresses', () => {
  it('may be chosen, and have older ones', async () => {
    addresses('  article: recits\n  search: chercher\n  aliases:\n    article: [billets, articles]');
    expect((await said()).map(plain)).toEqual([]);
  });

  it.each([
    ['article: Récits', 'Le champ « addresses.article » (Articles) n’est pas valide'],
    ['article: mes/recits', 'Le champ « addresses.article » (Articles) n’est pas valide'],
    ['category: auteurs', '« auteurs » est déjà un mot des adresses', '19:13'],
    ['article: moderation', '« /moderation/ » est déjà une adresse du site'],
    ['article: partage', '« /partage/ » est déjà une adresse du site'],
    ['article: hors-ligne', '« /hors-ligne/ » est déjà une adresse du site'],
    ['article: contact', '« /contact/ » est déjà l’adresse de content/pages/contact.mdx'],
    ['article: annexes', '« /annexes/ » est déjà l’adresse de public/annexes'],
  ])('are free slugs: %s', async (line, message, place = '19:12') => {
    mkdirSync(join(root, 'public/Annexes'), { recursive: true });
    mkdirSync(join(root, 'content/pages'), { recursive: true });
    writeFileSync(join(root, 'content/pages/contact.mdx'), '');
    addresses(`  ${line}`);
    expect((await said()).map(plain)).toEqual([`content/site.yaml:${place} ${message}`]);
  });

  it('replace words that nothing has', async () => {
    addresses('  aliases:\n    article:\n      - recits\n      - recherche');
    expect((await said()).map(plain)).toEqual([
      'content/site.yaml:22:9 « recherche » est déjà un mot des adresses',
    ]);
  });
});
