import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeSnapshot } from '#comments/snapshot/take.ts';
import { enqueue } from '#comments/mail/outbox.ts';
import { type DatabaseLocation, openDatabase } from '#comments/store/database/open.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { maintain } from '#comments/store/maintenance.ts';
import { getComment, listComments } from '#comments/store/queries/comments.ts';
import { decide } from '#comments/store/queries/decisions.ts';
import { eraseComments, eraseWriter, flushErased } from '#comments/store/queries/erasure.ts';
import { listJournal } from '#comments/store/queries/journal.ts';
import { listReports } from '#comments/store/queries/reports.ts';
import { describeStores } from '../../../stores.ts';
import { ada, addComment, addReportOf, DAY, idOf, later, MINUTE, publish } from './stored.ts';

describeStores('an erasure', (kind) => {
  let location: DatabaseLocation;
  let db: Database;
  beforeEach(async () => {
    location = await kind.create();
    db = await openDatabase(location);
  });
  afterEach(() => db.destroy());

  const settings = { retentionDays: 30, dataFolder: 'nowhere' };
  const ids = async () => (await listComments(db, {}, { size: 99 })).items.map(({ id }) => id);
  const shown = async () => (await takeSnapshot(db)).comments.map(({ id, name }) => `${id} ${name}`);
  /** Returns the whole content of the database, as text. */
  async function everything(): Promise<string> {
    if ('file' in location) {
      const folder = dirname(location.file);
      return readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('');
    }
    const tables = await db.introspection.getTables();
    const rows = await Promise.all(
      tables.map(({ name }) =>
        db
          .selectFrom(name as 'comments')
          .selectAll()
          .execute(),
      ),
    );
    return JSON.stringify(rows);
  }

  it('takes all that came with one address, wherever it is, and leaves nothing of it', async () => {
    const writer = { name: 'Zenobie', email: 'zenobie@exemple.fr', emailHash: 'a1', text: 'Phrase secrete' };
    for (const number of [1, 2, 3]) await addComment(db, number, writer);
    await addComment(db, 4, { emailHash: 'b2' });
    await decide(db, 'accept', [idOf(1), idOf(4)], ada);
    await decide(db, 'reject', [idOf(2)], ada);
    await addReportOf(db, 5, 1);
    await enqueue(db, { to: 'Zenobie@exemple.fr', subject: 'Un signalement', parts: [] }, later(0));
    const quote = { from: 'Zenobie', quote: 'Phrase secrete' };
    await enqueue(db, { to: 'ada@exemple.fr', subject: 'Un commentaire attend', parts: [quote] }, later(0));
    await enqueue(db, { to: 'ada@exemple.fr', subject: 'Autre chose', parts: [] }, later(0));
    expect(await everything()).toContain('Zenobie');
    const zenobie = { email: 'zenobie@exemple.fr', hash: 'a1' };
    expect((await eraseWriter(db, zenobie, ada)).sort()).toEqual([1, 2, 3].map(idOf));
    await flushErased(db);
    expect(await ids()).toEqual([idOf(4)]);
    expect((await listReports(db, {}, { size: 9 })).items).toEqual([]);
    expect(await everything()).not.toMatch(/Zenobie|zenobie@|Phrase secrete/iu);
    expect(await everything()).toContain('Autre chose');
    const actions = (await listJournal(db, { size: 9, subject: idOf(1) })).items.map(({ action }) => action);
    expect(actions.sort()).toEqual(['accept', 'erase']);
  });

  it('leaves a place for the replies, until they are erased too', async () => {
    await publish(db, [1]);
    await publish(db, [2], { replyTo: idOf(1) });
    await publish(db, [3], { replyTo: idOf(2) });
    expect(await eraseComments(db, [idOf(1), idOf(2)], ada)).toEqual([1, 2].map(idOf));
    expect(await shown()).toEqual([`${idOf(2)} Commentaire effacé`, `${idOf(3)} Ada`]);
    expect(await eraseComments(db, [idOf(1)], ada)).toEqual([]);
    await eraseComments(db, [idOf(3)], ada);
    expect(await ids()).toEqual([]);
  });

  it('comes by itself for what was rejected or withdrawn long enough ago, and no sooner', async () => {
    for (const number of [1, 2]) await addComment(db, number);
    await publish(db, [3, 4]);
    await publish(db, [5], { replyTo: idOf(3) });
    await decide(db, 'reject', [idOf(1)], ada);
    await decide(db, 'withdraw', [idOf(3), idOf(4)], ada);
    await addReportOf(db, 6, 5);
    expect(await maintain(db, settings, later(30 * DAY - 1))).toBe(0);
    expect((await getComment(db, idOf(3)))?.text).toBe('Texte 3');
    expect(await maintain(db, settings, later(30 * DAY))).toBe(3);
    expect(await ids()).toEqual([2, 3, 5].map(idOf));
    expect(await shown()).toEqual([`${idOf(3)} Commentaire retiré`, `${idOf(5)} Ada`]);
    expect((await getComment(db, idOf(3)))?.text).toBe('');
    expect((await listReports(db, { state: 'pending' }, { size: 9 })).items).toHaveLength(1);
    expect(await maintain(db, settings, later(31 * DAY))).toBe(0);
  });

  it('takes the addresses of a published comment once the decision stands', async () => {
    const addresses = { email: 'ada@exemple.fr', emailHash: 'a1', network: 'n1' };
    await publish(db, [1], addresses);
    await addComment(db, 2, addresses);
    await maintain(db, settings, later(10 * MINUTE - 1));
    expect(await getComment(db, idOf(1))).toMatchObject(addresses);
    await maintain(db, settings, later(10 * MINUTE));
    expect(await getComment(db, idOf(1))).toMatchObject({ email: null, network: null, emailHash: 'a1' });
    expect(await getComment(db, idOf(2))).toMatchObject(addresses);
  });
});
