import { expect, it, vi } from 'vitest';
import { rule } from '#content/checks/rules/spelling.ts';
import { article, folderOf, plain, project, said } from '../../../cli/project.ts';

const WORDS = '# Maisons\nSpoutnikova # la société\nmachinchose\nY Combinator\n';
const root = folderOf({ 'content/mots.txt': WORDS });

// Loading the dictionaries may be slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

it('warns once of a word that no dictionary knows, and offers the nearest', async () => {
  const [problem, ...others] = await rule.check(
    project([article('Le dévelopement rapide, ce dévelopement.')], { root }),
  );
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ line: 17, column: 4 });
  expect(plain(problem?.message ?? '')).toBe('Le mot « dévelopement » est inconnu');
  expect(plain(problem?.remedy ?? '')).toContain('« développement »');
});

it('knows elisions, compounds, both spellings, acronyms and the words of editors', async () => {
  const text =
    'L’événement ou l’évènement d’aujourd’hui, peut-être : parle-t-il à quelqu’un du RGPD, des start-up, de Spoutnikova, de Y Combinator ? Machinchose.';
  expect(await said(rule, project([article(text)], { root }))).toEqual([]);
});

it('leaves code, addresses, other languages and names alone', async () => {
  const text = [
    '`fooobar` https://exemple.fr/zzyzx zzyzx@exemple.fr <i lang="en">the weather</i>',
    '<Citation auteur="Zzyzx Qwertz">Ce qu’il a dit.</Citation>',
  ].join('\n\n');
  const sources = '\n  - title: The weather\n    publisher: Zzyzx\n    language: en';
  expect(await said(rule, project([article(text, { sources })], { root }))).toEqual([]);
});

it.each([
  ['coeur', 'cœur'],
  ['Oeuvre', 'Œuvre'],
  ['noeuds', 'nœuds'],
  ['soeur', 'sœur'],
  ['boeuf', 'bœuf'],
  ['moeurs', 'mœurs'],
  ['manoeuvre', 'manœuvre'],
  ['oeil', 'œil'],
])('puts the ligature of %s', async (written, right) => {
  const [problem] = await rule.check(project([article(`Le mot ${written} ici.`)]));
  expect(problem).toMatchObject({ line: 17, column: 8, fix: { replacement: right } });
  expect(problem?.remedy).toContain(right);
});

it.each(['poêle', 'coexister', 'coefficient', 'moelle'])('leaves the « oe » of %s', async (word) => {
  expect(await said(rule, project([article(`Le mot ${word} ici.`)]))).toEqual([]);
});
