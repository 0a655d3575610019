import { expect, it } from 'vitest';
import type { Matches, SearchEngine } from '#search/question/engine.ts';
import { answerQuestion } from '#search/question/ladder.ts';
import { parseQuestion, type Term } from '#search/question/question.ts';
import { stemOf, withoutAccents } from '#search/question/stem.ts';

/** An engine with a few texts. The first sentence of each is its name. */
function engineOf(
  texts: Readonly<Record<string, string>>,
  corrections: Readonly<Record<string, string>> = {},
) {
  const asked: string[] = [];
  const holds = (text: string, { text: term, isPhrase }: Term, exactAccents: boolean) => {
    if (!isPhrase) return (text.match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => stemOf(word) === stemOf(term));
    const fold = exactAccents ? (value: string) => value.toLowerCase() : withoutAccents;
    return fold(text).includes(fold(term));
  };
  const engine: SearchEngine = {
    size: Object.keys(texts).length,
    find: (term, exactAccents) => {
      asked.push(term.text);
      const found = Object.entries(texts).filter(([, text]) => holds(text, term, exactAccents));
      const matches: Matches = new Map(
        found.map(([id, text]) => [
          id,
          { score: 1, isNamed: holds(text.split('.')[0] ?? '', term, exactAccents) },
        ]),
      );
      return Promise.resolve(matches);
    },
    correct: (terms, isUnknown) => {
      const meant = terms.map((term) =>
        isUnknown(term) ? (corrections[term.text] ?? term.text) : term.text,
      );
      const isSame = meant.every((text, rank) => text === terms[rank]?.text);
      return Promise.resolve(isSame ? [] : [{ terms: parseQuestion(meant.join(' ')), distance: 1 }]);
    },
    read: (id) =>
      Promise.resolve({ title: texts[id]?.split('.')[0] ?? '', names: '', text: texts[id] ?? '' }),
  };
  return { engine, asked };
}

const TEXTS = {
  twitter: 'De Twitter à X. Elon Musk achète le réseau.',
  voiture: 'La voiture autonome. Une voiture se gare là, sans chauffeur.',
  reglement: 'Le règlement. Sa mise en oeuvre est longue, et la voiture y tient une place.',
  marche: 'Le marché du carbone. Un crédit carbone est acheté, puis réglé.',
};

const ask = async (query: string, corrections?: Readonly<Record<string, string>>) => {
  const { records, ...how } = await answerQuestion(query, engineOf(TEXTS, corrections).engine);
  const told = Object.entries(how).filter(([, value]) => value);
  return [records.map(({ id }) => id).join(' '), ...told.map(([name, value]) => `${name} ${value}`)];
};

it('is answered by the records that hold all its telling words', async () => {
  expect(await ask('comment fonctionne un crédit carbone ?')).toEqual(['marche']);
  expect(await ask('une voiture sans chauffeur')).toEqual(['voiture']);
  expect(await ask('la')).toEqual(['voiture reglement']);
});

it('in quotes is answered with accents, then without, then by its words, which is told', async () => {
  expect(await ask('« gare là »')).toEqual(['voiture']);
  expect(await ask('« gare la »')).toEqual(['voiture']);
  expect(await ask('« mise en œuvre »')).toEqual(['reglement']);
  expect(await ask('« crédit réglé »')).toEqual(['marche', 'isLoose true']);
  expect(await ask('« crédit voiture »')).toEqual(['']);
});

it('is corrected when a word is unknown, and shows what was answered', async () => {
  expect(await ask('elon mask', { mask: 'Musk' })).toEqual(['twitter', 'corrected elon Musk']);
  expect(await ask('karbone', { karbone: 'carbone' })).toEqual(['marche', 'corrected carbone']);
});

it('is searched as it is typed when the reader wants', async () => {
  const { engine } = engineOf(TEXTS, { karbone: 'carbone' });
  expect((await answerQuestion('karbone', engine)).corrected).toBe('carbone');
  expect(await answerQuestion('karbone', engine, true)).toMatchObject({ records: [], corrected: null });
});

it('is answered in part by what names the subject, which is told', async () => {
  expect(await ask('rachat de twitter')).toEqual(['twitter', 'isPartial true']);
  expect(await ask('place de parking')).toEqual(['']);
  expect(await ask('recette de tarte')).toEqual(['']);
  expect(await ask('')).toEqual(['']);
});

it('that is long is searched by its names and longest words, which is told as a partial answer', async () => {
  const { engine, asked } = engineOf(TEXTS);
  const query = 'comment la voiture autonome se gare sans chauffeur dans une rue de Nantes avec une IA ?';
  expect((await answerQuestion(query, engine)).isPartial).toBe(true);
  expect(asked).toEqual(['voiture', 'autonome', 'chauffeur', 'Nantes', 'IA']);
});

it('that is long is answered in whole by a record with all its words', async () => {
  const text = 'Une voiture autonome sans chauffeur se gare lentement dans une rue de Nantes.';
  const { engine, asked } = engineOf({ ...TEXTS, nantes: text });
  const { records, isPartial } = await answerQuestion(text, engine);
  expect([records[0]?.id, isPartial]).toEqual(['nantes', false]);
  expect(asked).toHaveLength(5);
});

it('of hostile length asks the engine a bounded number of times', async () => {
  const { engine, asked } = engineOf(TEXTS);
  await answerQuestion('"a b c d e f g h i j k l m n o p" '.repeat(1000), engine);
  expect(asked.length).toBeLessThan(20);
});
