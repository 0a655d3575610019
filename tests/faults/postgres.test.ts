import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordId, signToken } from '#comments/service/token.ts';
import { findPostgres } from '#cli/postgres.ts';
import { type PostgresServer, startPostgres } from '../postgres-server.ts';
import {
  type Project,
  type Service,
  comment,
  createProject,
  keys,
  makeToken,
  moderate,
  sendForm,
  startService,
} from './service.ts';

describe.skipIf(findPostgres() === null)('with PostgreSQL (skipped where it is not installed)', () => {
  let server: PostgresServer;
  let project: Project;
  const services: Service[] = [];
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());
  beforeEach(async () => {
    project = createProject(await server.createDatabase());
  });
  afterEach(async () => {
    await Promise.all(services.splice(0).map((service) => service.stop('SIGKILL')));
    await project.remove();
  });

  async function start(): Promise<Service> {
    const service = await startService(project);
    services.push(service);
    return service;
  }
  const form = (token = makeToken()) => ({ ...comment, token: signToken(keys, token) });
  const pendingIds = async () => (await project.comments('pending')).map(({ id }) => id).sort();

  it('two services that start at once share tokens and limits, and lose and double nothing', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    const tokens = Array.from({ length: 40 }, () => makeToken());
    const statuses = await Promise.all(
      tokens.flatMap((token) =>
        [one, other].map(async ({ intake }) => (await sendForm(intake, form(token))).status),
      ),
    );
    expect(statuses.filter((status) => status === 303)).toHaveLength(40);
    expect(statuses.filter((status) => status === 409)).toHaveLength(40);
    expect(await pendingIds()).toEqual(tokens.map((token) => recordId(keys, token)).sort());

    const headers = { 'X-Forwarded-For': '192.0.2.7' };
    const limited = [];
    for (let index = 0; index < 6; index += 1) {
      const { intake } = index % 2 === 0 ? one : other;
      limited.push((await sendForm(intake, form(), headers)).status);
    }
    expect(limited).toEqual([303, 303, 303, 303, 303, 429]);
  });

  it('two moderators never decide one comment twice', async () => {
    const { intake } = await start();
    const tokens = Array.from({ length: 10 }, () => makeToken());
    for (const token of tokens) expect((await sendForm(intake, form(token))).status).toBe(303);
    const ids = await pendingIds();
    const [accepted, rejected] = await Promise.all([
      moderate(project, ['accept', ...ids]),
      moderate(project, ['reject', ...ids]),
    ]);
    const count = (output: string, words: string) => output.split(words).length - 1;
    const published = (await project.comments('approved')).length;
    const refused = (await project.comments('rejected')).length;
    expect(published + refused).toBe(10);
    expect(count(accepted.output, 'accepté. Il sera en ligne')).toBe(published);
    expect(count(rejected.output, 'refusé. Il sera effacé')).toBe(refused);
    expect(count(accepted.output, 'a déjà été refusé')).toBe(refused);
  });

  it('that is cut during a query fails this query, and nothing else', async () => {
    const db = await project.db();
    const query = db.connection().execute((held) => sql`select pg_sleep(60)`.execute(held));
    const failure = expect(query).rejects.toThrow();
    await setTimeout(500);
    await server.stop('SIGQUIT');
    await failure;
    await server.start();
    expect(await pendingIds()).toEqual([]);
  });

  it('that goes away, by a cut too, is told to readers; once it is back, nothing is lost', async () => {
    const { intake } = await start();
    const before = makeToken();
    expect((await sendForm(intake, form(before))).status).toBe(303);
    await server.stop('SIGQUIT');
    const away = await sendForm(intake, form());
    expect(away.status).toBe(503);
    expect(await away.text()).toContain(`${comment.text}</textarea>`);
    expect((await fetch(`${intake}sante`)).status).toBe(503);
    // A service that starts while the database is down also responds.
    const second = await start();
    expect((await sendForm(second.intake, form())).status).toBe(503);
    await server.start();
    const after = [makeToken(), makeToken()] as const;
    expect((await sendForm(intake, form(after[0]))).status).toBe(303);
    expect((await sendForm(second.intake, form(after[1]))).status).toBe(303);
    expect(await pendingIds()).toEqual([before, ...after].map((token) => recordId(keys, token)).sort());
  });
});
