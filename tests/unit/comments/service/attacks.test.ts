import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { deriveKeys } from '#comments/store/keys.ts';
import {
  ARTICLE,
  PUBLISHED,
  type RunningSite,
  data,
  form,
  get,
  json,
  requestOf,
  startSite,
  statusOf,
  tokenOf,
} from './running-site.ts';

const lines = (...all: string[]) => all.join('\r\n');

const SLOW = '!%'.repeat(2_000);
const HOSTS = 'Host: localhost';
const END = lines('Connection: close', '', '');

/** The request of each attack, and the accepted statuses; '' means that the connection is closed without a response. */
const ATTACKS: readonly (readonly [name: string, sent: () => string, statuses: readonly (number | '')[]])[] =
  [
    // Addresses
    ['the list of articles', () => get('/commentaires/articles.json'), [404]],
    ['the list, its first letter encoded', () => get('/%63ommentaires/articles.json'), [404]],
    ['the list, all letters encoded', () => get(`/%63%6f%6d%6d%65%6e%74aires/articles.json`), [404]],
    ['the list, its slash encoded', () => get('/commentaires%2farticles.json'), [404]],
    ['the template, its slashes encoded', () => get('/commentaires%2Fgabarit%2F'), [404]],
    ['the template, by its file', () => get('/commentaires/gabarit/index.html'), [404]],
    ['the list, through a parent', () => get('/x/../commentaires/articles.json'), [400]],
    ['the list, through this folder', () => get('/./commentaires/articles.json'), [400]],
    ['the list, through an encoded parent', () => get('/x/%2e%2e/commentaires/articles.json'), [400]],
    ['the list, after two slashes', () => get('//commentaires/articles.json'), [400]],
    ['the list, encoded twice', () => get('/%2563ommentaires/articles.json'), [404]],
    ['the list, in capitals', () => get('/COMMENTAIRES/articles.json'), [404]],
    ['the list, by a whole address', () => get('http://localhost/%63ommentaires/articles.json'), [404]],
    ['a hidden file', () => get('/.env'), [404]],
    ['a hidden file, its dot encoded', () => get('/%2eenv'), [404]],
    ['a file of hosts', () => get('/_headers'), [404]],
    ['a file outside', () => get('/../secret.txt'), [400]],
    ['a file outside, by a whole address', () => get('http://localhost/../secret.txt'), [400]],
    ['a file outside, encoded', () => get('/%2e%2e%2fsecret.txt'), [400]],
    ['an address that is badly encoded', () => get('/%c0%ae'), [400]],
    ['an address of comments that is badly encoded', () => get('/commentaires/%'), [400]],
    // Requests
    ['a whole address', () => get('http://localhost/robots.txt'), [200]],
    ['a whole address without a path', () => get('HTTP://other.example'), [200]],
    ['a whole address of comments', () => get('http://localhost/commentaires/sante'), [200]],
    ['two hosts', () => lines('GET / HTTP/1.1', HOSTS, 'Host: other.example', END), [400]],
    ['two equal hosts', () => lines('GET /commentaires/sante HTTP/1.1', HOSTS, HOSTS, END), [400]],
    ['no host', () => lines('GET / HTTP/1.1', END), [400]],
    ['no host in HTTP/1.0', () => lines('GET /robots.txt HTTP/1.0', END), [200]],
    ['no host in HTTP/1.0, of the health', () => lines('GET /commentaires/sante HTTP/1.0', END), [200]],
    [
      'two lengths',
      () => lines('POST /commentaires/ HTTP/1.1', HOSTS, 'Content-Length: 1', 'Content-Length: 2', END),
      [400],
    ],
    [
      'a length and chunks',
      () =>
        lines('POST /commentaires/ HTTP/1.1', HOSTS, 'Content-Length: 5', 'Transfer-Encoding: chunked', END),
      [400],
    ],
    [
      'a chunk of no size',
      () => `${lines('POST /commentaires/ HTTP/1.1', HOSTS, 'Transfer-Encoding: chunked', END)}xyz\r\n`,
      [400, 403, 415],
    ],
    ['a folded header', () => lines('GET / HTTP/1.1', HOSTS, 'X: a', ' b', END), [400]],
    ['a header with a zero', () => lines('GET / HTTP/1.1', HOSTS, 'X: a\0b', END), [400]],
    ['20 kB of headers', () => get('/', { X: 'a'.repeat(20_000) }), [431]],
    ['a method to trace', () => requestOf('TRACE / HTTP/1.1'), [405]],
    ['a method to remove', () => requestOf('DELETE /commentaires/ HTTP/1.1'), [404]],
    ['options of all', () => requestOf('OPTIONS * HTTP/1.1'), [400]],
    ['a tunnel', () => requestOf('CONNECT other.example:443 HTTP/1.1'), ['']],
    ['no HTTP', () => '\u0016\u0003\u0001\r\n\r\n', [400]],
    [
      'a thousand ranges',
      () => get('/robots.txt', { Range: `bytes=${'0-1,'.repeat(1_000)}0-1` }),
      [200, 206, 416],
    ],
    // Origins
    ['a form of no origin', () => form({}, {}), [403]],
    ['a form of another site', () => form({}, { Origin: 'https://other.example' }), [403]],
    [
      'a form of a site with our name in its own',
      () => form({}, { Origin: 'http://localhost.other.example' }),
      [403],
    ],
    ['a form of no origin to speak of', () => form({}, { Origin: 'null' }), [403]],
    ['a form of a neighbouring site', () => form({}, { 'Sec-Fetch-Site': 'same-site' }), [403]],
    [
      'a form of another site that names itself the host',
      () => form({}, { host: 'other.example', Origin: 'http://other.example' }),
      [403],
    ],
    ['a slow text of no origin', () => form({ text: SLOW }, {}), [403]],
    ['a slow text with a forged token', () => form({ text: SLOW, token: 'a.b.c.d.e' }), [422]],
    ['a slow text by script with a forged token', () => json({ text: SLOW, token: 'a.b.c.d.e' }), [422]],
    // Bodies
    ['deep JSON', () => data('['.repeat(30_000), 'application/json'), [400]],
    [
      'JSON that names its prototype',
      () => data(`{"__proto__":{"article":"${ARTICLE}"}}`, 'application/json'),
      [400],
    ],
    ['JSON that is null', () => data('null', 'application/json'), [400]],
    ['a body of 64 kB and one byte', () => data('x'.repeat(65_537), 'application/json'), [413]],
    [
      'a compressed body',
      () => data('x', 'application/json', { Origin: 'http://localhost', 'Content-Encoding': 'gzip' }),
      [415],
    ],
    ['another charset', () => data('x', 'application/json; charset=utf-16'), [415]],
    ['parts without a boundary', () => data('--x', 'multipart/form-data'), [400]],
    ['plain text', () => data('text=a', 'text/plain'), [415]],
    // Tokens and proofs
    ['a token of no use', () => form({ token: '' }), [422]],
    ['a token signed by nobody', () => form({ token: tokenOf({ by: deriveKeys('') }) }), [422]],
    ['a token of another article', () => form({ token: tokenOf({ article: 'autre' }) }), [422]],
    ['a token of a report', () => form({ token: tokenOf({ purpose: 'report' }) }), [422]],
    ['a token too young', () => form({ token: tokenOf({ age: 0 }) }), [422]],
    ['a token too old', () => form({ token: tokenOf({ age: 10_000_000 }) }), [422]],
    ['a token of tomorrow', () => form({ token: tokenOf({ age: -86_400_000 }) }), [422]],
    ['a token of 60 kB', () => form({ token: 'a.'.repeat(25_000) }), [422]],
    ['a script without a proof', () => json({ token: tokenOf() }), [422]],
    [
      'a script with a proof of odd form',
      () => json({ token: tokenOf(), altcha: { challenge: [], solution: null } }),
      [422],
    ],
    // Fields
    ['a name that shows nothing', () => form({ name: '\u200B\u3164' }), [400]],
    ['a name with 59 accents', () => form({ name: `a${'\u0301'.repeat(59)}` }), [400]],
    ['the name of the magazine', () => form({ name: 'lnnоvations', token: tokenOf() }), [400]],
    ['the name of its staff', () => form({ name: 'La R\u00E9daction\u200B', token: tokenOf() }), [400]],
    ['the name of an administrator', () => json({ name: 'ＡＤＭＩＮ' }), [400]],
    ['an article that is a path', () => form({ article: '../../etc', token: tokenOf() }), [400]],
    ['an article that is a prototype', () => form({ article: '__proto__' }), [400]],
    ['an answer to nothing', () => form({ replyTo: '2026-01-01-00000000', token: tokenOf() }), [400]],
    ['a site that is a script', () => form({ site: 'javascript:alert(1)', token: tokenOf() }), [400]],
    ['an e-mail with a header', () => form({ email: 'a@b.fr\r\nBcc: c@d.fr', token: tokenOf() }), [400]],
    ['a text of marks that show nothing', () => form({ text: '---', token: tokenOf() }), [400]],
    [
      'a text of four links',
      () => form({ text: 'https://a.fr https://b.fr https://c.fr https://d.fr', token: tokenOf() }),
      [400],
    ],
    ['a text of 4,001 characters', () => form({ text: 'a'.repeat(4_001), token: tokenOf() }), [400]],
    [
      'a report of no comment',
      () =>
        form(
          { comment: '2026-01-01-00000000', reason: 'autre', token: tokenOf({ purpose: 'report' }) },
          undefined,
          'signaler/',
        ),
      [400],
    ],
    [
      'a report of no reason',
      () =>
        form(
          { comment: PUBLISHED, reason: 'x', token: tokenOf({ purpose: 'report' }) },
          undefined,
          'signaler/',
        ),
      [400],
    ],
    ['a field that only robots fill in', () => form({ courriel: 'a@b.fr', token: tokenOf() }), [303]],
    [
      'a page of thanks with a script',
      () => get('/commentaires/merci/?article=%3Cscript%3Ealert(1)%3C/script%3E'),
      [200],
    ],
    [
      'a form of answer with a script',
      () => get('/commentaires/repondre/?article=%3Cscript%3E&commentaire=%22%3E'),
      [404],
    ],
    ['a challenge for a path', () => get('/commentaires/defi/?article=..%2f..'), [400]],
  ];

let site: RunningSite;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  site = await startSite();
});
afterAll(async () => {
  await site.stop();
  vi.restoreAllMocks();
});

describe(`the running site stands ${ATTACKS.length} attacks`, () => {
  it.each(ATTACKS)('%s', async (_, sent, statuses) => {
    const before = await site.waiting();
    const answer = await site.send(sent());
    expect(statuses).toContain(statusOf(answer));
    // Nothing is stored, disclosed, run or rendered, and other readers are still served.
    expect(await site.waiting()).toBe(before);
    expect(answer).not.toMatch(/secret|<script>alert|class="comment-text"|^\s+at .*\.ts/mu);
    expect(await site.send(get('/robots.txt'))).toContain('User-agent: *');
  });
});
