import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMailLinks } from '#comments/mail/links.ts';
import { addNotices } from '#comments/mail/notices.ts';
import { readSettings } from '#comments/settings.ts';
import { type ModerationSite, startModeration } from '../moderation/moderation-site.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let site: ModerationSite;
beforeEach(async () => {
  site = await startModeration();
});
afterEach(() => site.close());

const addresses = createMailLinks(readSettings('.', { SITE_ADDRESS: 'https://example.org' }), {
  get: () => null,
  hasComment: () => false,
  exist: () => true,
});
const notify = () => addNotices(site.database, addresses, new Date(site.time));
const subjects = async () => (await site.messages()).map(({ subject }) => subject.replaceAll('\u00A0', ' '));
const addModerator = async (notice: 'each' | 'daily' | 'none') => {
  const moderator = await site.signIn.moderators.add({ name: 'Ada', email: 'ada@b.fr', role: 'moderator' });
  await site.signIn.moderators.rename(moderator?.id ?? '', { name: 'Ada', notice });
};

describe('a moderator', () => {
  it('is told of a comment at once, then of those that follow together, every ten minutes', async () => {
    await addModerator('each');
    await site.add(1);
    site.time += MINUTE;
    await notify();
    for (const number of [2, 3]) await site.add(number);
    site.time += MINUTE;
    await notify();
    expect(await subjects()).toEqual(['1 commentaire à lire']);
    site.time += 10 * MINUTE;
    await notify();
    await notify();
    expect(await subjects()).toEqual(['1 commentaire à lire', '2 commentaires à lire']);
  });

  it('is told once when several processes look at the same time', async () => {
    await addModerator('each');
    await site.add(1);
    site.time += MINUTE;
    await Promise.all([1, 2, 3].map(notify));
    expect(await subjects()).toHaveLength(1);
  });

  it('is told each morning, if they prefer, of all that came since', async () => {
    await addModerator('daily');
    // 02:00 in Paris.
    site.time = Date.parse('2026-12-02T01:00:00Z');
    await site.add(1);
    site.time += HOUR;
    await notify();
    expect(await subjects()).toEqual([]);
    site.time = Date.parse('2026-12-02T06:05:00Z');
    await notify();
    await site.add(2);
    site.time += 4 * HOUR;
    await notify();
    expect(await subjects()).toEqual(['1 commentaire à lire']);
    site.time = Date.parse('2026-12-03T06:05:00Z');
    await notify();
    expect(await subjects()).toEqual(['1 commentaire à lire', '1 commentaire à lire']);
  });

  it('is told nothing, if they prefer, or when nothing waits', async () => {
    await addModerator('none');
    await site.add(1);
    site.time += HOUR;
    await notify();
    await addModerator('each');
    expect(await subjects()).toEqual([]);
  });
});
