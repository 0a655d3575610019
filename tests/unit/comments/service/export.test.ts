import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseSnapshot } from '#comments/snapshot/format.ts';
import { readSettings } from '#comments/settings.ts';
import { openCommentStore } from '#comments/store/store.ts';
import { addComment, idOf, publish } from '../store/stored.ts';
import { get, type RunningSite, startSite, statusOf } from './running-site.ts';

const TOKEN = 'a token for tests, of forty characters or so.';
const PATH = '/commentaires/export.json';

let site: RunningSite;
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(async () => {
  await site.stop();
  vi.restoreAllMocks();
});

describe('the export', () => {
  it('gives published comments to who has the token, and to nobody else', async () => {
    site = await startSite({ COMMENTS_TOKEN: TOKEN });
    const store = openCommentStore({ dataFolder: `${site.root}/data/comments` }, {});
    await publish(await store.db(), [1], { email: 'ada@exemple.fr' });
    await addComment(await store.db(), 2);
    await store.close();
    const answer = await site.send(get(PATH, { Authorization: `Bearer ${TOKEN}` }));
    expect(statusOf(answer)).toBe(200);
    const { comments } = parseSnapshot(answer.slice(answer.indexOf('{')).replace(/\r\n[0-9a-f]*\r\n/gu, ''));
    expect(comments.map(({ id }) => id)).toEqual([idOf(1)]);
    expect(answer).not.toContain('ada@');
    for (const headers of [{}, { Authorization: 'Bearer other' }, { Authorization: TOKEN }]) {
      const refused = await site.send(get(PATH, headers as Record<string, string>));
      expect(statusOf(refused)).toBe(401);
      expect(refused).not.toContain(idOf(1));
    }
  });

  it('does not exist without a token', async () => {
    site = await startSite();
    expect(statusOf(await site.send(get(PATH, { Authorization: 'Bearer null' })))).toBe(404);
    expect(() => readSettings('.', { COMMENTS_TOKEN: 'short' })).toThrow('COMMENTS_TOKEN');
  });
});
