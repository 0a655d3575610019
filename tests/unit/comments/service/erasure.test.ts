import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { form, get, type RunningSite, startSite, statusOf, tokenOf } from './running-site.ts';

let site: RunningSite;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  site = await startSite();
});
afterAll(async () => {
  await site.stop();
  vi.restoreAllMocks();
});

/**
 * Sends a comment.
 *
 * @returns the id of the comment, and the token of its erasure link
 */
async function sendComment(): Promise<{ comment: string; token: string }> {
  const sent = await site.send(form({ token: tokenOf() }));
  const thanks = /^location: (.*)$/imu.exec(sent)?.[1]?.trim() ?? '';
  const { searchParams } = new URL(thanks, 'http://localhost');
  expect(await site.send(get(thanks))).toContain('Effacer mon commentaire');
  return { comment: searchParams.get('commentaire') ?? '', token: searchParams.get('cle') ?? '' };
}

describe('the link of a writer', () => {
  it('asks, then erases the comment, and is good again', async () => {
    const before = await site.waiting();
    const { comment, token } = await sendComment();
    expect(await site.waiting()).toBe(before + 1);
    const page = await site.send(get(`/commentaires/effacer/?commentaire=${comment}&cle=${token}`));
    expect(page).toContain('Effacer définitivement');
    expect(await site.waiting()).toBe(before + 1);
    for (let times = 0; times < 2; times += 1) {
      expect(statusOf(await site.send(form({ comment, token }, undefined, 'effacer/')))).toBe(200);
      expect(await site.waiting()).toBe(before);
    }
  });

  it('erases nothing else, and not from another site', async () => {
    const [own, other] = [await sendComment(), await sendComment()];
    const before = await site.waiting();
    const erase = async (fields: Record<string, string>, headers?: Record<string, string>) =>
      statusOf(await site.send(form(fields, headers, 'effacer/')));
    expect(await erase({ comment: other.comment, token: own.token })).toBe(404);
    expect(await erase({ comment: own.comment, token: '' })).toBe(404);
    expect(await erase(own, { Origin: 'https://evil.example' })).toBe(403);
    const wrong = `/commentaires/effacer/?commentaire=${other.comment}&cle=${own.token}`;
    expect(statusOf(await site.send(get(wrong)))).toBe(404);
    expect(await site.send(get(`/commentaires/merci/?commentaire=${other.comment}&cle=x`))).not.toContain(
      'effacer/',
    );
    expect(await site.waiting()).toBe(before);
  });
});
