import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DatabaseLocation, openDatabase } from '#comments/store/database/open.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { countComments, getComment, getThread, listComments } from '#comments/store/queries/comments.ts';
import { decide, reply, UNDO_TIME, undo } from '#comments/store/queries/decisions.ts';
import { listJournal } from '#comments/store/queries/journal.ts';
import { dismissReport, getReport, listReports } from '#comments/store/queries/reports.ts';
import { eraseComments } from '#comments/store/queries/erasure.ts';
import { describeStores } from '../../../stores.ts';
import { ada, addComment, addReportOf, idOf, later } from './stored.ts';

describeStores('a decision', (kind) => {
  let location: DatabaseLocation;
  let db: Database;
  beforeEach(async () => {
    location = await kind.create();
    db = await openDatabase(location);
  });
  afterEach(() => db.destroy());

  const add = (number: number, more = {}) => addComment(db, number, more);
  const report = (number: number, comment: number) => addReportOf(db, number, comment);
  const stateOf = async (number: number) => (await getComment(db, idOf(number)))?.state;

  it('is made once: the second moderator is told the first one’s', async () => {
    await add(1);
    const other = await openDatabase(location);
    const results = await Promise.all([
      decide(db, 'accept', [idOf(1)], ada),
      decide(other, 'reject', [idOf(1)], { ...ada, by: 'grace' }),
    ]);
    const kinds = results.map((result) => result.get(idOf(1)));
    const state = await stateOf(1);
    expect(kinds.filter((one) => one?.kind === 'done')).toHaveLength(1);
    expect(kinds.find((one) => one?.kind === 'other')).toMatchObject({
      state,
      by: state === 'approved' ? 'ada' : 'grace',
    });
    expect((await listJournal(db, { size: 9 })).items).toHaveLength(1);
    await other.destroy();
  });

  it('has one outcome, of moderators who decide at the same time, in 60 rounds', async () => {
    const other = await openDatabase(location);
    for (let round = 0; round < 60; round += 1) {
      const id = idOf(round);
      await add(round);
      const choices = [
        () => decide(db, 'accept', [id], ada).then((result) => result.get(id)?.kind),
        () => decide(other, 'reject', [id], ada).then((result) => result.get(id)?.kind),
        () => decide(other, 'accept', [id], ada).then((result) => result.get(id)?.kind),
        () => eraseComments(db, [id], ada).then((erased) => erased.length === 1 && 'erased'),
      ];
      const chosen = choices.filter((_, index) => index !== round % 4 && index !== (round >> 2) % 4);
      const told = await Promise.all(chosen.map((choose) => choose()));
      const state = await stateOf(round);
      const said = `round ${round}: ${told.join(', ')}, ${state}`;
      expect(told.filter((one) => one === 'done').length, said).toBeLessThan(2);
      if (told.includes('erased')) expect(state, said).toBeUndefined();
      else expect(['approved', 'rejected'], said).toContain(state);
    }
    await other.destroy();
  });

  it('is made on many at once, each with its result', async () => {
    for (const number of [1, 2, 3]) await add(number);
    await decide(db, 'reject', [idOf(2)], { ...ada, reason: 'haine' });
    const results = await decide(db, 'accept', [1, 1, 2, 3, 4].map(idOf), ada);
    expect([...results.values()].map(({ kind: result }) => result)).toEqual([
      'done',
      'other',
      'done',
      'unknown',
    ]);
    expect(await countComments(db, { state: 'approved' }, 10)).toBe(2);
    expect((await getComment(db, idOf(2)))?.reason).toBe('haine');
  });

  it('can be undone for ten minutes, with the reports that it upheld', async () => {
    await add(1);
    await decide(db, 'accept', [idOf(1)], ada);
    await report(2, 1);
    await decide(db, 'withdraw', [idOf(1)], { ...ada, now: later(UNDO_TIME) });
    expect([await stateOf(1), (await getReport(db, idOf(2)))?.state]).toEqual(['withdrawn', 'upheld']);
    expect(await undo(db, [idOf(1)], { ...ada, now: later(2 * UNDO_TIME) })).toEqual([]);
    expect(await undo(db, [idOf(1)], { ...ada, now: later(2 * UNDO_TIME - 1) })).toEqual([idOf(1)]);
    expect([await stateOf(1), (await getReport(db, idOf(2)))?.state]).toEqual(['approved', 'pending']);
    expect(await undo(db, [idOf(1)], { ...ada, now: later(UNDO_TIME) })).toEqual([]);
  });

  it('on a report dismisses it, and withdrawing the comment closes the others', async () => {
    await add(1);
    await decide(db, 'accept', [idOf(1)], ada);
    for (const number of [2, 3]) await report(number, 1);
    expect(await dismissReport(db, idOf(2), { ...ada, reason: 'Licite.' })).toEqual({ kind: 'done' });
    expect(await dismissReport(db, idOf(2), ada)).toEqual({ kind: 'other', state: 'dismissed' });
    expect(await dismissReport(db, idOf(9), ada)).toEqual({ kind: 'unknown' });
    await decide(db, 'withdraw', [idOf(1)], ada);
    expect(await listReports(db, { state: 'pending' }, { size: 9 })).toEqual({ items: [], next: null });
    expect((await listReports(db, { comment: idOf(1) }, { size: 1 })).next).not.toBeNull();
  });

  it('publishes a reply of the magazine to a published comment only', async () => {
    await add(1);
    const answer = { to: idOf(1), name: 'Innovations', text: 'Merci.' };
    expect(await reply(db, answer, ada)).toBeNull();
    await decide(db, 'accept', [idOf(1)], ada);
    const id = (await reply(db, answer, { ...ada, now: later(5) })) ?? '';
    expect(await getComment(db, id)).toMatchObject({ staff: true, state: 'approved', article: 'un-article' });
    const comment = await getComment(db, id);
    expect(comment && (await getThread(db, comment)).map((one) => one.id)).toEqual([idOf(1), id]);
  });

  it('is found in lists by pages, in one order, and by words whatever their accents', async () => {
    for (let number = 1; number <= 5; number += 1) await add(number);
    await add(6, { name: 'Élodie', text: 'Cent % d’Été', article: 'autre' });
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await listComments(db, { state: 'pending' }, { after, size: 2 });
      seen.push(...page.items.map(({ id }) => id));
      if ((after = page.next) === null) break;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6].map(idOf));
    const newest = await listComments(db, {}, { size: 2, order: 'desc' });
    expect(newest.items.map(({ id }) => id)).toEqual([6, 5].map(idOf));
    const found = async (search: string) =>
      (await listComments(db, { search }, { size: 9 })).items.map(({ id }) => id);
    expect(await found('élodie  ete')).toEqual([idOf(6)]);
    expect(await found('100%')).toEqual([]);
    expect(await found('%')).toEqual([idOf(6)]);
    expect(await found('texte 3')).toEqual([idOf(3)]);
    expect((await listComments(db, { article: 'autre' }, { size: 9, after: 'nonsense' })).items).toHaveLength(
      1,
    );
  });
});
