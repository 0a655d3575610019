import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCommands, type ModerationCommands } from '#comments/moderation/terminal/commands.ts';
import { getComment } from '#comments/store/queries/comments.ts';
import { addReport } from '#comments/store/queries/submissions.ts';
import { ARTICLE, idOf, type ModerationSite, startModeration } from './moderation-site.ts';

let site: ModerationSite;
let commands: ModerationCommands;
beforeEach(async () => {
  site = await startModeration();
  const store = {
    db: () => Promise.resolve(site.database),
    keys: () => Promise.resolve(site.keys),
    close: () => Promise.resolve(),
  };
  commands = createCommands(store, site.database, site.settings);
});
afterEach(() => site.close());

const stateOf = async (id: string) => (await getComment(site.database, id))?.state;
const told = async () =>
  (await site.messages()).map(({ to, parts }) =>
    `${to} ${JSON.stringify(parts)}`.replace(/[\u00A0\u202F]/gu, ' '),
  );

it('a refusal in the terminal tells the writer why, unless it is undone', async () => {
  const id = await site.add(1, { email: 'ida@example.org' });
  expect(await commands.reject(id, 'vie-privee')).toMatchObject({ ok: true });
  expect(await told()).toEqual([expect.stringMatching(/^ida@example\.org .*Motif : Vie privée\./u)]);
  expect(await commands.undo(id)).toMatchObject({ ok: true });
  expect(await told()).toEqual([]);
  expect(await stateOf(id)).toBe('pending');
});

it('a report that is accepted withdraws the comment, and tells who made it', async () => {
  const id = await site.add(1);
  await commands.accept(id);
  const date = new Date(site.time);
  const report = { id: idOf(7), article: ARTICLE, comment: id, reason: 'illicite', date } as const;
  const who = { name: 'Ida', email: 'ida@example.org', emailHash: 'a1' };
  await addReport(site.database, { ...report, ...who }, { nonce: '7', expiresAt: date });
  expect(await commands.accept(idOf(7), 'illicite')).toMatchObject({ ok: true });
  expect(await stateOf(id)).toBe('withdrawn');
  expect(await told()).toEqual([expect.stringContaining('ida@example.org')]);
  expect(await commands.accept(idOf(7))).toMatchObject({ ok: false });
});

it('a reply publishes the comment that waits', async () => {
  const id = await site.add(1);
  expect(await commands.reply(id, 'Merci.')).toMatchObject({ ok: true });
  expect(await stateOf(id)).toBe('approved');
  expect(await commands.reply(idOf(9), 'Merci.')).toMatchObject({ ok: false });
});

it('a second decision says what the first was', async () => {
  const id = await site.add(1);
  await commands.accept(id);
  expect((await commands.reject(id)).message).toContain('déjà été accepté');
  expect((await commands.withdraw(idOf(9))).message).toContain(idOf(9));
});
