import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { issueChallenge } from '#comments/service/proof-of-work.ts';
import { signToken } from '#comments/service/token.ts';
import {
  ARTICLE,
  type RunningSite,
  form,
  get,
  json,
  keys,
  startSite,
  statusOf,
  tokenOf,
} from './running-site.ts';

let site: RunningSite;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  site = await startSite();
});
afterAll(async () => {
  await site.stop();
  vi.restoreAllMocks();
});

describe('the running site', () => {
  it('takes what a reader sends, and shows it once before', async () => {
    const review = await site.send(form({ text: 'Lu **avec** soin' }));
    expect(review).toContain('<strong>avec</strong>');
    const before = await site.waiting();
    expect(statusOf(await site.send(form({ token: tokenOf() })))).toBe(303);
    expect(await site.waiting()).toBe(before + 1);
  });

  it('leads on from the address of a review that is opened again', async () => {
    const answer = await site.send(get('/commentaires/'));
    expect([statusOf(answer), /^location: (.*)$/imu.exec(answer)?.[1]?.trim()]).toEqual([303, '/']);
    expect(statusOf(await site.send(get('/%63ommentaires/')))).toBe(303);
  });

  it.each([
    ['with a port of their own', (index: number) => `192.0.2.7:${1_000 + index}`],
    [
      'as IPv4 and as IPv6',
      (index: number) => ['192.0.2.8', '::ffff:192.0.2.8', '[::ffff:c000:208]:9'][index % 3] ?? '',
    ],
    ['that are no addresses', (index: number) => `reader-${index}`],
    ['of one network of 64 bits', (index: number) => `2001:db8:1::${index}`],
  ])('knows readers %s as one', async (_, addressOf) => {
    const statuses = [];
    for (let index = 0; index < 12; index += 1) {
      const headers = { Origin: 'http://localhost', 'X-Forwarded-For': addressOf(index) };
      statuses.push(statusOf(await site.send(form({ token: tokenOf() }, headers))));
    }
    expect(statuses.filter((status) => status === 303).length).toBeLessThanOrEqual(5);
    expect(statuses.at(-1)).toBe(429);
  });

  it('renders nothing for who asks too often', async () => {
    const headers = { Origin: 'http://localhost', 'X-Forwarded-For': '192.0.2.99' };
    const answers = [];
    for (let index = 0; index < 125; index += 1)
      answers.push(await site.send(form({ text: 'Lu **avec** soin' }, headers)));
    expect(answers.map(statusOf).slice(118)).toEqual([200, 200, 429, 429, 429, 429, 429]);
    expect(answers.at(-1)).not.toContain('class="comment-text"');
  });

  it('asks of a script the proof that goes with its token', async () => {
    const [mine, other] = ['aaaa', 'bbbb'].map((nonce) => ({
      purpose: 'comment' as const,
      article: ARTICLE,
      issuedAt: Date.now() - 5_000,
      nonce,
    }));
    if (!mine || !other) throw new Error('There are two');
    const challenge = await issueChallenge(keys, other, 1, 3);
    const solution = { counter: 3, derivedKey: '00' };
    const answer = await site.send(json({ token: signToken(keys, mine), altcha: { challenge, solution } }));
    expect(statusOf(answer)).toBe(422);
  });
});
