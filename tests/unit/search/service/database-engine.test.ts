import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameOfDatabase, writeDatabase } from '#search/index/database.ts';
import type { RecordEngine } from '#search/record-engine.ts';
import { answerQuestion } from '#search/question/ladder.ts';
import { findIn } from '#search/search-engine.ts';
import { BLANK } from '#search/search-request.ts';
import { databaseEngine } from '#search/service/database-engine.ts';
import { makeRecord } from '../../../fixtures/search/records.ts';

const date = (day: string) => ({
  date: { shown: day, day },
  filters: { rubrique: ['a'], etiquette: [], annee: [day.slice(0, 4)] },
});
const RECORDS = [
  makeRecord('/articles/achats/', {
    title: 'Les achats d’obligations',
    text: 'La mise en œuvre dépend du marché.',
    ...date('2024-01-01'),
  }),
  makeRecord('/articles/c/', {
    title: 'Le langage C#',
    text: 'Écrit en C# et en .NET, puis en 5G.',
    ...date('2025-02-02'),
  }),
  makeRecord('/articles/marche/', {
    text: 'On marche, et le marché des obligations aussi.',
    ...date('2024-03-03'),
  }),
  makeRecord('/etiquettes/obligations/', { kind: 'etiquette', title: 'obligations' }),
];

let folder = '';
let database: DatabaseSync;
let engine: RecordEngine;
/** Number of records that can still be read before the question is stopped. */
let left = Infinity;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'database-'));
  const file = join(folder, 'site.sqlite');
  writeDatabase(file, 'a name', RECORDS);
  database = new DatabaseSync(file, { readOnly: true });
  engine = databaseEngine(database, {
    base: '/magazine/',
    correct: async () => [],
    isLate: () => (left -= 1) < 0,
  });
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const urls = (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await engine.load(id)).url));
const ask = async (query: string) => {
  const { records, ...how } = await answerQuestion(query, engine);
  return { ...how, found: await urls(records.map(({ id }) => id)) };
};
const ACHATS = '/magazine/articles/achats/';
const MARCHE = '/magazine/articles/marche/';

describe('the database engine', () => {
  it.each([
    ['obligation', [ACHATS, '/magazine/etiquettes/obligations/', MARCHE]],
    ['OBLIGATIONS', [ACHATS, '/magazine/etiquettes/obligations/', MARCHE]],
    ['obligat', [ACHATS, '/magazine/etiquettes/obligations/', MARCHE]],
    ['C#', ['/magazine/articles/c/']],
    ['.NET', ['/magazine/articles/c/']],
    ['5G', ['/magazine/articles/c/']],
    ['« mise en œuvre »', [ACHATS]],
    ['"mise en oeuvre"', [ACHATS]],
    ['"le marché des"', [MARCHE]],
    ['ob', []],
  ])('finds for %s what holds it', async (query, found) => {
    expect((await ask(query)).found.toSorted()).toEqual(found.toSorted());
  });

  it('puts first what a title names', async () => {
    const { found } = await ask('obligations');
    expect(found.at(-1)).toBe(MARCHE);
  });

  it('tells accents apart in a phrase alone, when the phrase with them is somewhere', async () => {
    expect((await ask('"marché"')).found.toSorted()).toEqual([ACHATS, MARCHE]);
    expect((await ask('"on marche"')).found).toEqual([MARCHE]);
    expect((await ask('"le marche des"')).found).toEqual([MARCHE]);
  });

  it('finds no phrase that runs from one field into the next', async () => {
    expect((await ask('"obligations la mise"')).isLoose).toBe(true);
  });

  it('reads addresses below the base path, and the text that excerpts are taken from', async () => {
    const found = await findIn(engine, { ...BLANK, query: 'obligations' });
    const [article] = await found.read(0, 1);
    expect(article?.href).toBe(ACHATS);
    expect(found.lists).toEqual([
      { kind: 'etiquette', href: '/magazine/etiquettes/obligations/', title: 'obligations' },
    ]);
  });

  it('narrows by filters, and sorts by date', async () => {
    const all = await engine.narrow(engine.ids, { ...BLANK, order: 'recents' });
    expect(await urls(all)).toEqual(['/magazine/articles/c/', MARCHE, ACHATS]);
    const year = await engine.narrow(engine.ids, { ...BLANK, section: 'a', year: '2024', order: 'anciens' });
    expect(await urls(year)).toEqual([ACHATS, MARCHE]);
    expect(await engine.narrow(engine.ids, { ...BLANK, section: "'; DROP TABLE record; --" })).toEqual([]);
  });
});

describe('hostile questions', () => {
  it.each([
    '"',
    '""""',
    '"a" OR "b"',
    'NEAR(obligations marché, 2)',
    'title : obligations',
    'obligations*',
    '*',
    '^obligations',
    'obligations AND NOT marché',
    '{title} : "a"',
    "'; DROP TABLE record; --",
    '\0\u0001\u001B[2J',
    '😀👩‍👩‍👧‍👦',
    '\uD800 seul',
    'le la les de des',
    'x'.repeat(10_000),
    'mot '.repeat(5_000),
    '"le la de" '.repeat(2_000),
    'é̀̂'.repeat(1_000),
  ])('%j are answered', async (query) => {
    const { found } = await ask(query);
    expect(found.length).toBeLessThanOrEqual(RECORDS.length);
  });

  it('of any characters are answered', async () => {
    const character = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '*', ':', '^', '(', ' OR ', ' NEAR', "'", '#', '-'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(character), async (parts) => {
        await ask(parts.join(''));
      }),
    );
  });

  it('that take too long are stopped by an error, and the next is answered', async () => {
    for (left of [0, 2]) await expect(ask('obligations')).rejects.toThrow('too long');
    left = Infinity;
    expect((await ask('obligations')).found).toHaveLength(3);
  });

  it('write nothing', () => {
    expect(() => database.exec('DROP TABLE record')).toThrow('readonly');
  });
});

describe('the file of a database', () => {
  it('says what it was made for', () => {
    expect(nameOfDatabase(join(folder, 'site.sqlite'))).toBe('a name');
    expect(nameOfDatabase(join(folder, 'absent.sqlite'))).toBeNull();
    expect(existsSync(join(folder, 'absent.sqlite'))).toBe(false);
  });

  it('is replaced whole or not at all, while others read it', async () => {
    const file = join(folder, 'site.sqlite');
    const failing = function* () {
      yield* RECORDS;
      throw new Error('unreadable');
    };
    expect(() => writeDatabase(file, 'another', failing())).toThrow('unreadable');
    expect(nameOfDatabase(file)).toBe('a name');
    writeDatabase(file, 'another', RECORDS.slice(0, 1));
    expect(nameOfDatabase(file)).toBe('another');
    expect((await ask('obligations')).found).toHaveLength(3);
    expect(readdirSync(folder)).toEqual(['site.sqlite']);
  });
});
