import { expect, it } from 'vitest';
import { rule } from '#content/checks/rules/markup.ts';
import { article, project, said } from '../../../cli/project.ts';

it('says nothing of a text whose marks are all taken', async () => {
  const body = '## Un titre\n\nUn **mot**, une note[^1].\n\n[^1]: Sa source.\n';
  expect(await said(rule, project([article(body)]))).toEqual([]);
});

it('tells each kind of slip at its own place', async () => {
  const body = 'Un mot.\n\nUne note[^absente], et **un gras ouvert.\n';
  expect(await said(rule, project([article(body)]))).toEqual([
    '19:9 L’appel « [^absente] » n’a pas de note',
    '19:24 Des astérisques « ** » restent dans le texte',
  ]);
});

it.each([
  ['Un titre {{ site.nom }} assez long', 'Une balise « {% … %} » ou « {{ … }} » est restée dans ce champ'],
  ['Un titre <em>assez</em> long', 'Ce champ affiche une balise HTML telle quelle'],
  ['Un titre &amp; un autre', 'Ce champ affiche un code HTML tel quel'],
  ['Un titre **en gras** assez long', 'Ce champ affiche les marques du gras telles quelles'],
  ['Un titre [lié](https://exemple.fr/)', 'Ce champ affiche un lien tel quel'],
  ['Un titre [caption] assez long', 'Un raccourci de WordPress est resté dans ce champ'],
])('tells of the field « %s »', async (title, message) => {
  const found = await said(rule, project([article('Un mot.\n', { title: `"${title}"` })]));
  expect(found).toEqual([`2:8 ${message}`]);
});
