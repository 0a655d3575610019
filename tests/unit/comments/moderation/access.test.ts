import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliverDue } from '#comments/mail/outbox.ts';
import {
  type Browser,
  idOf,
  linkOf,
  type ModerationSite,
  startModeration,
  textOf,
} from './moderation-site.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let site: ModerationSite;
beforeEach(async () => {
  site = await startModeration();
});
afterEach(() => site.close());

async function signInByLink(browser: Browser, email: string): Promise<Response> {
  await browser.post('connexion/', [['email', email]]);
  await new Promise((resolve) => setImmediate(resolve));
  for (let wait = 0; (await site.messages()).length === 0 && wait < 100; wait += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
  const { pathname, search, searchParams } = linkOf((await site.messages()).at(-1));
  await browser.get(pathname + search);
  return browser.post('connexion/lien/', [['jeton', searchParams.get('jeton') ?? '']]);
}

const addAda = () =>
  site.signIn.moderators.add({ name: 'Ada', email: 'Ada@Example.org', role: 'administrator' });

describe('signing in', () => {
  it('takes a link from an e-mail, that a person confirms', async () => {
    await addAda();
    const browser = site.browser();
    expect((await browser.get('')).headers.get('location')).toBe('/moderation/connexion/');
    const answer = await signInByLink(browser, ' ada@example.ORG ');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/moderation/']);
    expect(await browser.text('')).toContain('Tout est lu.');
  });

  it('is not done by a mail program that opens the link', async () => {
    await addAda();
    const browser = site.browser();
    await signInByLink(browser, 'ada@example.org');
    const other = site.browser();
    const { pathname, search } = linkOf((await site.messages()).at(-1));
    await other.get(pathname + search);
    expect(other.cookie).toBe('');
  });

  it('takes each link once, and only for fifteen minutes', async () => {
    await addAda();
    const browser = site.browser();
    await signInByLink(browser, 'ada@example.org');
    const jeton = linkOf((await site.messages()).at(-1)).searchParams.get('jeton') ?? '';
    expect((await site.browser().post('connexion/lien/', [['jeton', jeton]])).status).toBe(404);
    const late = await site.signIn.tokens.issue('sign-in', (await addAdaId()) ?? '');
    site.time += 16 * MINUTE;
    expect((await site.browser().post('connexion/lien/', [['jeton', late]])).status).toBe(404);
  });

  const addAdaId = async () => (await site.signIn.moderators.find('ada@example.org'))?.id;

  it('says the same of an address without an account, and sends nothing', async () => {
    await addAda();
    const [known, unknown] = ['ada@example.org', 'eve@example.org'];
    const pages = await Promise.all(
      [known, unknown].map(async (email) => {
        const answer = await site.browser().post('connexion/', [['email', email]]);
        return [answer.status, textOf(await answer.text()).replaceAll(email, '')];
      }),
    );
    expect(pages[0]).toEqual(pages[1]);
    await site.signIn.sendLink(unknown);
    expect((await site.messages()).map(({ to }) => to)).not.toContain(unknown);
  });

  it('sends at most three links to an address in fifteen minutes', async () => {
    await addAda();
    for (let i = 0; i < 5; i += 1) await site.signIn.sendLink('ada@example.org');
    expect(await site.messages()).toHaveLength(3);
  });

  it('stores no link and no cookie, only their hashes', async () => {
    await addAda();
    const browser = site.browser();
    const token = await site.signIn.tokens.issue('sign-in', (await addAdaId()) ?? '');
    const tokens = JSON.stringify(await site.database.selectFrom('one_time_tokens').selectAll().execute());
    await browser.post('connexion/lien/', [['jeton', token]]);
    const sessions = JSON.stringify(await site.database.selectFrom('sessions').selectAll().execute());
    expect(tokens).not.toContain(token);
    expect(sessions).not.toContain(browser.cookie.split('=')[1]);
  });

  it('does not send a link that has expired', async () => {
    await addAda();
    await site.signIn.sendLink('ada@example.org');
    site.time += 20 * MINUTE;
    const sent: string[] = [];
    await deliverDue({
      database: site.database,
      transport: { send: (id) => (sent.push(id), Promise.resolve('sent' as const)) },
      log: () => undefined,
      now: () => new Date(site.time),
    });
    expect(sent).toEqual([]);
  });
});

describe('a session', () => {
  it('has a cookie that no script reads and no other site sends', async () => {
    const { id = '' } = (await addAda()) ?? {};
    const jeton = await site.signIn.tokens.issue('sign-in', id);
    const answer = await site.browser().post('connexion/lien/', [['jeton', jeton]]);
    const cookie = answer.headers.get('set-cookie') ?? '';
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/moderation/'])
      expect(cookie).toContain(attribute);
  });

  it('ends after two hours without use, and after twelve hours in any case', async () => {
    const idle = await site.signedIn('Ada');
    site.time += 2 * HOUR + MINUTE;
    expect((await idle.get('')).status).toBe(303);
    const used = await site.signedIn('Grace');
    for (let hour = 0; hour < 11; hour += 1) {
      site.time += HOUR;
      expect((await used.get('')).status).toBe(200);
    }
    site.time += HOUR;
    expect((await used.get('')).status).toBe(303);
  });

  it('changes its cookie every quarter of an hour; the one before is worth a minute more', async () => {
    const ada = await site.signedIn('Ada');
    const before = ada.cookie;
    site.time += 16 * MINUTE;
    await ada.get('');
    expect(ada.cookie).not.toBe(before);
    const late = { ...site.browser(), cookie: before };
    const old = site.browser();
    old.cookie = late.cookie;
    expect((await old.get('')).status).toBe(200);
    site.time += 2 * MINUTE;
    old.cookie = before;
    expect((await old.get('')).status).toBe(303);
    expect((await ada.get('')).status).toBe(200);
  });

  it('ends when its moderator signs out, and others end on request', async () => {
    const [here, elsewhere] = [await site.signedIn('Ada'), site.browser()];
    const { id = '' } = (await site.signIn.moderators.find('ada@example.org')) ?? {};
    await elsewhere.post('connexion/lien/', [['jeton', await site.signIn.tokens.issue('sign-in', id)]]);
    await here.post('compte/sessions/', []);
    expect((await elsewhere.get('')).status).toBe(303);
    const cookie = here.cookie;
    await here.post('deconnexion/', []);
    here.cookie = cookie;
    expect((await here.get('')).status).toBe(303);
  });
});

describe('a form', () => {
  it.each([
    ['without the token of the session', { jeton: '' }, {}],
    ['with the token of another session', { jeton: 'other' }, {}],
    ['from another site', {}, { origin: 'https://evil.example' }],
    ['without origin', {}, { origin: 'null' }],
  ])('%s changes nothing', async (_name, fields: Record<string, string>, headers) => {
    const ada = await site.signedIn('Ada');
    const id = await site.add(1);
    const answer = await ada.post(
      'decisions/',
      [['decision', `accept:${id}`], ...Object.entries(fields)],
      headers,
    );
    expect(answer.status).toBe(403);
    const row = await site.database
      .selectFrom('comments')
      .select('state')
      .where('id', '=', idOf(1))
      .executeTakeFirst();
    expect(row?.state).toBe('pending');
  });

  it('of 64 kB or more is refused', async () => {
    const ada = await site.signedIn('Ada');
    const answer = await ada.post('decisions/', [['texte', 'a'.repeat(70_000)]], {
      'content-length': '70050',
    });
    expect(answer.status).toBe(413);
  });
});

describe('every page', () => {
  it.each([
    '',
    'signalements/',
    'publies/',
    'refuses/',
    'retires/',
    'journal/',
    'blocages/',
    'equipe/',
    'compte/',
  ])('is closed to others, not stored, not indexed, and has a strict policy: %s', async (path) => {
    const closed = await site.browser().get(path);
    expect([closed.status, closed.headers.get('location')]).toEqual([303, '/moderation/connexion/']);
    const ada = await site.signedIn('Ada');
    const page = await ada.get(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('that does not exist is told in French', async () => {
    const ada = await site.signedIn('Ada');
    const page = await ada.get('rien/');
    expect([page.status, textOf(await page.text())]).toEqual([404, expect.stringContaining('n’existe pas')]);
  });
});
