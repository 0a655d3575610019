import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { listReports } from '#comments/store/queries/reports.ts';
import { signToken } from '#comments/service/token.ts';
import {
  ARTICLE,
  PUBLISHED,
  type Project,
  type Service,
  anotherAddress,
  comment,
  countPending,
  createProject,
  keys,
  makeToken,
  proveWork,
  refusalOf,
  send,
  sendForm,
  sendJson,
  startService,
} from './service.ts';

let project: Project;
let service: Service;

beforeAll(async () => {
  project = createProject();
  service = await startService(project);
});
afterAll(async () => {
  await service.stop();
  await project.remove();
});

const waiting = () => countPending(project);

const expectRefused = (request: Promise<Response>, status: number) => refusalOf(project, request, status);

describe('a reader', () => {
  it('with a script solves a challenge, and is stored once', async () => {
    const { token, challenge } = await fetch(`${service.intake}defi/?article=${ARTICLE}`).then(
      (response) =>
        response.json() as Promise<{
          token: string;
          challenge: Parameters<typeof solveChallenge>[0]['challenge'];
        }>,
    );
    const altcha = { challenge, solution: await solveChallenge({ challenge, deriveKey }) };
    const response = await sendJson(service.intake, { ...comment, token, altcha });
    const { id } = (await response.json()) as { id: string };
    expect(response.status).toBe(201);
    expect((await project.comments('pending')).find((stored) => stored.id === id)).toMatchObject(comment);

    await expectRefused(sendJson(service.intake, { ...comment, token, altcha }), 409);
  });

  it('without a script reviews, waits, sends, and is thanked', async () => {
    const review = await sendForm(service.intake, { ...comment, text: 'Lu **avec** soin' });
    const page = await review.text();
    expect(review.status).toBe(200);
    expect(page).toContain('<strong>avec</strong>');
    const token = /name="token" value="([^"]+)"/u.exec(page)?.[1] ?? '';
    await expectRefused(sendForm(service.intake, { ...comment, token }), 422);

    const sent = await sendForm(service.intake, { ...comment, token: signToken(keys, makeToken()) });
    expect(sent.status).toBe(303);
    const thanks = await fetch(new URL(sent.headers.get('location') ?? '', service.intake));
    expect(await thanks.text()).toContain(`href="/articles/${ARTICLE}/"`);
  });

  it('finds back all that was typed, beside what is wrong', async () => {
    const typed = {
      article: ARTICLE,
      name: '',
      email: 'ada',
      site: 'mon site',
      text: '<b>Texte</b> "entre"',
    };
    const page = await expectRefused(sendForm(service.intake, typed), 400);
    expect(page.match(/aria-invalid="true"/gu)).toHaveLength(3);
    expect(page).toContain('href="#champ-email"');
    expect(page).toContain('value="ada"');
    expect(page).toContain('value="mon site"');
    expect(page).toContain('&lt;b&gt;Texte&lt;/b&gt; &quot;entre&quot;</textarea>');
  });

  it('reports a published comment', async () => {
    const report = { article: ARTICLE, comment: PUBLISHED, reason: 'insulte', text: '' };
    const token = signToken(keys, makeToken(10_000, { purpose: 'report' }));
    const response = await sendForm(`${service.intake}signaler/`, { ...report, token });
    expect(response.status).toBe(303);
    const reports = await listReports(await project.db(), {}, { size: 9 });
    expect(reports.items).toMatchObject([{ comment: PUBLISHED, reason: 'insulte' }]);
    await expectRefused(sendForm(`${service.intake}signaler/`, { ...report, reason: '', token }), 400);
  });

  it('is let send five comments in ten minutes', async () => {
    const headers = { 'X-Forwarded-For': `10.9.9.9, ${anotherAddress()}` };
    for (let count = 0; count < 5; count += 1) {
      const response = await sendJson(
        service.intake,
        { ...comment, ...(await proveWork(makeToken())) },
        headers,
      );
      expect(response.status).toBe(201);
    }
    const sixth = sendJson(service.intake, { ...comment, ...(await proveWork(makeToken())) }, headers);
    await expectRefused(sixth, 429);
  });
});

describe('what is not a comment', () => {
  it.each([
    ['another site', { Origin: 'https://autre.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['a page of no origin', { Origin: 'null' }],
  ])('from %s is refused', async (_, headers) => {
    await expectRefused(
      proveWork(makeToken()).then((work) => sendJson(service.intake, { ...comment, ...work }, headers)),
      403,
    );
  });

  it('a robot gets the answer of a stored comment', async () => {
    const before = await waiting();
    const json = await sendJson(service.intake, { ...comment, courriel: 'x@example.org' });
    const form = await sendForm(service.intake, { ...comment, courriel: 'x@example.org' });
    expect([json.status, form.status]).toEqual([201, 303]);
    expect(await waiting()).toBe(before);
  });

  it.each([
    ['malformed JSON', '{"article": "un-', 'application/json', 400],
    ['JSON that is no object', '[]', 'application/json', 400],
    [
      'JSON of wrong types',
      '{"article":{"a":1},"name":7,"text":[],"__proto__":{"text":"x"}}',
      'application/json',
      400,
    ],
    ['JSON in Latin-1', Uint8Array.from(Buffer.from('{"text":"\u00e9"}', 'latin1')), 'application/json', 400],
    ['malformed multipart', '--x\r\nContent-Disp', 'multipart/form-data; boundary=x', 400],
    ['multipart without a boundary', '--x--', 'multipart/form-data', 400],
    ['another charset', 'text=a', 'application/x-www-form-urlencoded; charset=utf-16', 415],
    ['another type', '<a/>', 'text/xml', 415],
    ['10 MB of JSON', 'x'.repeat(10_000_000), 'application/json', 413],
    ['10 MB of a form', 'x'.repeat(10_000_000), 'application/x-www-form-urlencoded', 413],
  ])('%s is refused', async (_, body, type, status) => {
    await expectRefused(send(service.intake, body, { 'Content-Type': type }), status);
    expect((await fetch(`${service.intake}sante`)).status).toBe(200);
  });

  it('a body without a length is cut where it grows too long', async () => {
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(16_384).fill(120)),
    });
    const request = fetch(service.intake, {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { 'Content-Type': 'application/json', Origin: new URL(service.intake).origin },
    } as RequestInit);
    // The server may close the connection before the whole body is sent; both outcomes are correct.
    const status = await request.then(
      (response) => response.status,
      () => 'cut' as const,
    );
    expect([413, 'cut']).toContain(status);
    expect((await fetch(`${service.intake}sante`)).status).toBe(200);
  });

  it('a form in Latin-1 is given back to be read again', async () => {
    const body = 'article=un-article&name=Ren%E9&text=Bonjour';
    const type = 'application/x-www-form-urlencoded';
    const page = await expectRefused(send(service.intake, body, { 'Content-Type': type }), 400);
    expect(page).toContain('Bonjour</textarea>');
  });

  it.each([
    '../../etc/passwd',
    '..%2f..%2fetc',
    'un-article/../x',
    'inconnu',
    '',
    '__proto__',
    'constructor',
  ])('on the article « %s » is refused', async (article) => {
    const work = await proveWork(makeToken(10_000, { article }));
    await expectRefused(sendJson(service.intake, { ...comment, article, ...work }), 400);
    await expectRefused(sendForm(service.intake, { ...comment, article, token: work.token }), 400);
    expect((await fetch(`${service.intake}defi/?article=${encodeURIComponent(article)}`)).status).toBe(400);
  });

  it('with many links is refused beside its text', async () => {
    const text = 'https://a.example https://b.example https://c.example https://d.example';
    const response = await sendJson(service.intake, { ...comment, text, ...(await proveWork(makeToken())) });
    expect(response.status).toBe(400);
    expect(Object.keys(((await response.json()) as { errors: object }).errors)).toEqual(['text']);
  });
});
