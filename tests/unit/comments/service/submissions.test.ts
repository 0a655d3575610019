import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMailLinks } from '#comments/mail/links.ts';
import { readSettings } from '#comments/settings.ts';
import { createRateLimits } from '#comments/service/rate-limits.ts';
import { createSubmissionHandlers, type ServiceDependencies } from '#comments/service/submissions.ts';
import { signToken } from '#comments/service/token.ts';
import { openDatabase } from '#comments/store/database/open.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { hashEmail, hashNetwork } from '#comments/store/hashes.ts';
import { deriveKeys } from '#comments/store/keys.ts';
import { block, listBlocks, unblock } from '#comments/store/queries/blocks.ts';
import { countComments, listComments } from '#comments/store/queries/comments.ts';
import { describeStores } from '../../../stores.ts';

const keys = deriveKeys('one secret of the tests, long enough');
const PUBLISHED = '2026-11-20-0a1b2c3d';
const HOUR = 60 * 60 * 1000;

describeStores('a submission', (kind) => {
  let db: Database;
  let dependencies: ServiceDependencies;
  const logged: string[] = [];
  beforeEach(async () => {
    db = await openDatabase(await kind.create());
    const store = { db: () => Promise.resolve(db) };
    const articles = {
      get: () => ({ title: 'T', href: '/', comments: [PUBLISHED] }),
      hasComment: () => false,
      exist: () => true,
    };
    dependencies = {
      magazine: 'Innovations',
      keys,
      store,
      articles,
      addresses: createMailLinks(readSettings('.', {}), articles),
      onStored: () => undefined,
      limits: createRateLimits(store, keys),
      log: (...event) => logged.push(JSON.stringify(event)),
    };
  });
  afterEach(() => db.destroy());

  let nonces = 0;
  const submission = (fields = {}, address = '192.0.2.1') => {
    nonces += 1;
    const issuedAt = Date.now() - 5000;
    const token = { purpose: 'comment', article: 'un-article', issuedAt, nonce: `aa${nonces}` } as const;
    const all = {
      article: 'un-article',
      name: 'Ada',
      text: 'Texte',
      token: signToken(keys, token),
      ...fields,
    };
    return { client: 'form', fields: all, proof: undefined, address } as const;
  };
  const send = (sent = submission()) => createSubmissionHandlers(dependencies).comment(sent);

  it('is refused on a full disk, logged by code alone, and accepted with the same token once there is room', async () => {
    const sent = submission();
    const full = Object.assign(new Error('no space left for « Texte de Ada »'), { code: 'ENOSPC' });
    vi.spyOn(dependencies.store, 'db').mockRejectedValueOnce(full);
    expect(await send(sent)).toMatchObject({ kind: 'refused', reason: 'storage' });
    expect(logged.join()).toContain('ENOSPC');
    expect(logged.join()).not.toContain('Ada');
    expect(await send(sent)).toMatchObject({ kind: 'stored' });
    expect(await send(sent)).toMatchObject({ reason: 'replayed' });
    expect(await countComments(db, { state: 'pending' }, 9)).toBe(1);
  });

  it('is stored with digests, and no address of the network', async () => {
    await send(submission({ email: 'ada@exemple.fr' }, '2001:db8:0:1ff::1'));
    const [stored] = (await listComments(db, {}, { size: 1 })).items;
    expect(stored).toMatchObject({ email: 'ada@exemple.fr', emailHash: hashEmail(keys, 'Ada@exemple.fr') });
    // Addresses that share their first 56 bits belong to one subscriber.
    expect(stored?.network).toBe(hashNetwork(keys, '2001:db8:0:100::9'));
    expect(JSON.stringify(stored)).not.toContain('2001:db8');
  });

  it('of a blocked writer or network is refused until the block ends', async () => {
    const who = { by: 'grace', now: new Date() };
    const until = new Date(Date.now() + HOUR);
    const writer = { kind: 'writer', value: hashEmail(keys, 'ada@exemple.fr'), until } as const;
    const network = { kind: 'network', value: hashNetwork(keys, '192.0.2.1'), until } as const;
    const past = new Date(Date.now() - HOUR);
    await block(db, { ...network, until: past }, { ...who, now: new Date(Date.now() - 2 * HOUR) });
    expect(await send()).toMatchObject({ kind: 'stored' });
    const [first, second] = [await block(db, writer, who), await block(db, network, who)];
    expect(await send(submission({ email: 'ADA@exemple.fr' }, '192.0.2.2'))).toMatchObject({
      reason: 'blocked',
    });
    expect(await send()).toMatchObject({ reason: 'blocked' });
    expect((await listBlocks(db, new Date())).map(({ id }) => id).sort()).toEqual([first, second].sort());
    expect(await unblock(db, second, who)).toBe(true);
    expect(await unblock(db, second, who)).toBe(false);
    expect(await send()).toMatchObject({ kind: 'stored' });
  });

  it('is refused when more wait than editors can read', async () => {
    const row = {
      ...{ article: 'un-article', name: 'Spam', text: 'Spam', search: 'spam', written_at: '2026' },
      ...{ staff: 0 as const, state: 'pending' as const },
    };
    const waiting = Array.from({ length: 2_000 }, (_, index) => ({ ...row, id: `spam-${index}` }));
    for (let index = 0; index < waiting.length; index += 500)
      await db
        .insertInto('comments')
        .values(waiting.slice(index, index + 500))
        .execute();
    const sent = submission();
    expect(await send(sent)).toMatchObject({ reason: 'full' });
    await db.deleteFrom('comments').where('id', '=', 'spam-1').execute();
    expect(await send(sent)).toMatchObject({ kind: 'stored' });
  });

  const messages = async () =>
    (await db.selectFrom('outbox').select('message').execute()).map(
      ({ message }) => JSON.parse(message) as { to: string; subject: string },
    );

  it('whose writer wants to be told of replies needs an address, which is stored until they confirm it', async () => {
    expect(await send(submission({ follow: '1' }))).toMatchObject({
      reason: 'fields',
      errors: { email: expect.stringContaining('adresse e-mail') as string },
    });
    await send(submission({ follow: '1', email: 'ada@example.org' }));
    const followers = await db.selectFrom('followers').selectAll().execute();
    expect(followers).toMatchObject([{ email: 'ada@example.org', confirmed_at: null }]);
    expect(await messages()).toEqual([]);
  });

  const report = (fields = {}) => {
    nonces += 1;
    const issuedAt = Date.now() - 5000;
    const token = { purpose: 'report', article: 'un-article', issuedAt, nonce: `bb${nonces}` } as const;
    const all = {
      article: 'un-article',
      comment: PUBLISHED,
      reason: 'illicite',
      token: signToken(keys, token),
    };
    return createSubmissionHandlers(dependencies).report({
      client: 'form',
      fields: { ...all, ...fields },
      proof: undefined,
      address: '192.0.2.9',
    });
  };

  it('that reports illegal content has an explanation, a name, an address and good faith', async () => {
    expect(await report()).toMatchObject({
      reason: 'fields',
      errors: {
        text: expect.stringContaining('illicite') as string,
        name: 'Indiquez votre nom',
        email: 'Indiquez votre adresse e-mail',
        goodFaith: 'Cochez cette case',
      },
    });
    const whole = { text: 'Une injure.', name: 'Ada', email: 'ada@example.org', goodFaith: '1' };
    expect(await report(whole)).toMatchObject({ kind: 'stored' });
    expect(await messages()).toMatchObject([
      { to: 'ada@example.org', subject: 'Votre signalement a bien été reçu' },
    ]);
  });

  it.each(['mineur', 'insulte'])('that reports something else may be anonymous: %s', async (reason) => {
    expect(await report({ reason })).toMatchObject({ kind: 'stored' });
    expect(await messages()).toEqual([]);
  });
});
