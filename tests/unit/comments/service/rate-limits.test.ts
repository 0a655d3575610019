import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDailyHash, createRateLimits } from '#comments/service/rate-limits.ts';
import { openDatabase } from '#comments/store/database/open.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { deriveKeys } from '#comments/store/keys.ts';
import { describeStores } from '../../../stores.ts';

const keys = deriveKeys('one secret of the tests, long enough');

describeStores('the rate limits', (kind) => {
  let db: Database;
  beforeEach(async () => {
    db = await openDatabase(await kind.create());
  });
  afterEach(() => db.destroy());
  const limitsAt = (now?: () => Date) => createRateLimits({ db: () => Promise.resolve(db) }, keys, now);

  it('allow five comments for one address, and for one IPv6 network', async () => {
    const limits = limitsAt();
    const answers = [];
    for (let host = 1; host <= 6; host += 1) answers.push(await limits.allowsComment(`2001:db8::${host}`));
    expect(answers).toEqual([true, true, true, true, true, false]);
    expect(await limits.allowsComment('2001:db8:0:1::1')).toBe(true);
  });

  it('are shared by processes, and end after ten minutes', async () => {
    let now = new Date('2026-11-24T10:00:00Z');
    const [one, other] = [limitsAt(() => now), limitsAt(() => now)];
    const answers = [];
    for (let count = 0; count < 3; count += 1)
      answers.push(await one.allowsComment('192.0.2.1'), await other.allowsComment('192.0.2.1'));
    expect(answers).toEqual([true, true, true, true, true, false]);
    now = new Date('2026-11-24T10:10:00Z');
    expect(await other.allowsComment('192.0.2.1')).toBe(true);
    const stored = await db.selectFrom('limits').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain('192.0.2');
  });

  it.each([
    ['of 56 bits ten', (index: number) => `2001:db8:0:${(0x100 + index).toString(16)}::1`, 10],
    ['of 48 bits thirty', (index: number) => `2001:db8:0:${(index << 8).toString(16)}::1`, 30],
    ['written with ports as one', (index: number) => `192.0.2.1:${1000 + index}`, 5],
    ['written as IPv6 as one', (index: number) => ['::ffff:192.0.2.9', '192.0.2.9'][index % 2] ?? '', 5],
  ])('allow for networks %s', async (_, address, most) => {
    const limits = limitsAt();
    const answers = [];
    for (let index = 0; index < 40; index += 1) answers.push(await limits.allowsComment(address(index)));
    expect(answers.filter(Boolean)).toHaveLength(most);
  });

  it('hash an address otherwise each day', () => {
    let now = new Date('2026-11-24T10:00:00Z');
    const hash = createDailyHash(() => now, keys.limits);
    const today = hash('192.0.2.1');
    expect(hash('192.0.2.1')).toBe(today);
    now = new Date('2026-11-25T10:00:00Z');
    expect(hash('192.0.2.1')).not.toBe(today);
  });
});
