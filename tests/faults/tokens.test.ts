import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signToken } from '#comments/service/token.ts';
import {
  type Project,
  type Service,
  comment,
  countPending,
  createProject,
  keys,
  makeToken,
  proveWork,
  refusalOf,
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

const message = async (response: Response) => ((await response.json()) as { message: string }).message;
const waiting = () => countPending(project);

const expectRefused = (request: Promise<Response>, status: number) => refusalOf(project, request, status);

describe('a token', () => {
  const sendWith = async (work: { token?: unknown; altcha?: unknown }) =>
    sendJson(service.intake, { ...comment, ...work });

  it.each([
    ['expired', 2 * 60 * 60 * 1000 + 1000],
    ['from the future', -60_000],
  ])('%s is refused', async (_, age) => {
    const token = makeToken(age);
    await expectRefused(proveWork(token).then(sendWith), 422);
    const page = await expectRefused(
      sendForm(service.intake, { ...comment, token: signToken(keys, token) }),
      422,
    );
    expect(page).toContain(`${comment.text}</textarea>`);
  });

  it('that the magazine did not sign for this article is refused', async () => {
    const work = await proveWork(makeToken());
    await expectRefused(sendWith({ ...work, token: `${work.token.slice(0, -1)}_` }), 422);
    await expectRefused(sendWith(await proveWork(makeToken(10_000, { article: 'autre' }))), 422);
    await expectRefused(sendWith(await proveWork(makeToken(10_000, { purpose: 'report' }))), 422);
    await expectRefused(sendWith({}), 422);
  });

  it('is refused without its own proof', async () => {
    const work = await proveWork(makeToken());
    const other = await proveWork(makeToken());
    await expectRefused(sendWith({ ...work, altcha: other.altcha }), 422);
    await expectRefused(sendWith({ ...work, altcha: { challenge: {}, solution: null } }), 422);
    await expectRefused(sendWith({ token: work.token }), 422);
  });

  it('is good once, even after the service was started anew', async () => {
    const work = await proveWork(makeToken());
    expect((await sendWith(work)).status).toBe(201);
    expect(await message(await sendWith(work))).toContain('déjà été envoyé');
    await service.stop();
    service = await startService(project);
    await expectRefused(sendWith(work), 409);
  });

  it('sent many times at once is stored once', async () => {
    const before = await waiting();
    const work = await proveWork(makeToken());
    const statuses = await Promise.all(
      Array.from({ length: 20 }, () => sendWith(work).then((response) => response.status)),
    );
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(19);
    expect(await waiting()).toBe(before + 1);
  });
});

describe('the logs', () => {
  it('hold one event of JSON a line, and nothing of readers', async () => {
    const secret = { name: 'Zénobie', email: 'zenobie@exemple.fr', text: 'Phrase secrète' };
    const headers = { 'X-Forwarded-For': '192.0.2.77' };
    const work = await proveWork(makeToken());
    expect((await sendJson(service.intake, { ...comment, ...secret, ...work }, headers)).status).toBe(201);
    await sendJson(service.intake, { ...comment, ...secret, site: 'faux' }, headers);
    expect(service.logs.map((line) => (JSON.parse(line) as { event: string }).event)).toContain('stored');
    for (const value of [...Object.values(secret), '192.0.2.77', 'faux']) {
      expect(service.logs.join('\n')).not.toContain(value);
    }
  });
});
