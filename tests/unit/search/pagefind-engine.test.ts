import { beforeEach, expect, it } from 'vitest';
import type { Pagefind, PagefindResult } from '#search/pagefind.ts';
import { pagefindEngine } from '#search/pagefind-engine.ts';
import { answerQuestion } from '#search/question/ladder.ts';

const PHRASE = 'un moteur électrique remplace lentement le vieux moteur thermique';
let asked: string[];
let loaded: Set<string>;
beforeEach(() => {
  asked = [];
  loaded = new Set();
});

/** A magazine of these texts, in which Pagefind finds all words everywhere. */
function engineOf(texts: readonly string[]) {
  const results = texts.map((text, rank): PagefindResult => {
    const url = `/articles/${rank}/`;
    const data = () => {
      loaded.add(url);
      const meta = { kind: 'article', title: 'Un titre' } as const;
      return Promise.resolve({ url, raw_url: url, raw_content: text, meta });
    };
    return { id: url, score: 1 - rank / 1000, words: [0], matchedMetaFields: null, data };
  });
  const pagefind: Pagefind = {
    options: () => Promise.resolve(),
    search(query) {
      if (query !== null) asked.push(query);
      return Promise.resolve({ results });
    },
  };
  return pagefindEngine(pagefind, () => Promise.resolve([]));
}

const answer = async (query: string, texts: readonly string[]) =>
  (await answerQuestion(query, await engineOf(texts))).records.map(({ id }) => id);
const repeat = (text: string, count: number) => Array.from({ length: count }, () => text);

it('asks for two words of a quoted phrase, and believes that others contain it when most texts do', async () => {
  expect(await answer(`« ${PHRASE} »`, repeat(PHRASE, 100))).toHaveLength(100);
  expect(asked).toEqual(['"électrique remplace"']);
  expect(loaded.size).toBeLessThanOrEqual(20);
});

it('answers only what is proved when most texts lack the phrase', async () => {
  const texts = [...repeat('un moteur', 9), PHRASE, ...repeat('un moteur', 90)];
  expect(await answer(`« ${PHRASE} »`, texts)).toEqual(['/articles/9/']);
});

it('asks for few words and texts when no text contains the phrase', async () => {
  await answer(`« ${PHRASE} »`, repeat('un moteur', 100));
  expect(new Set(asked.join(' ').split(' ')).size).toBeLessThanOrEqual(7);
  expect(asked.length).toBeLessThanOrEqual(6);
  expect(loaded.size).toBeLessThanOrEqual(20);
});

it('asks for five words of a long sentence, names first', async () => {
  const sentence = `comment ${PHRASE} dans les usines de Sochaux avec une IA moderne ?`;
  await answer(sentence, repeat(`${sentence} et`, 100));
  expect(asked).toEqual(['électrique', 'lentement', 'thermique', 'Sochaux', 'IA']);
  expect(loaded.size).toBeLessThanOrEqual(20);
});
