import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordId, signToken } from '#comments/service/token.ts';
import {
  ARTICLE,
  type Project,
  type Service,
  comment,
  createProject,
  keys,
  makeToken,
  proveWork,
  sendForm,
  sendJson,
  startService,
} from './service.ts';

let project: Project;
let service: Service | undefined;

beforeEach(() => {
  project = createProject();
});
afterEach(async () => {
  await service?.stop('SIGKILL');
  service = undefined;
  await project.remove();
});

const tokenForm = () => ({ ...comment, token: signToken(keys, makeToken()) });

describe('a crowd', () => {
  it('of 1,000 comments at once is answered, each one stored or refused for now', async () => {
    const { intake, process } = (service = await startService(project));
    const statuses = await Promise.all(
      Array.from({ length: 1000 }, () => sendForm(intake, tokenForm()).then(({ status }) => status)),
    );
    const kept = statuses.filter((status) => status === 303).length;
    expect(new Set([...statuses, 303, 503])).toEqual(new Set([303, 503]));
    expect(kept).toBeGreaterThan(0);
    expect(await project.comments('pending')).toHaveLength(kept);
    expect(process.exitCode).toBeNull();
    expect((await sendForm(intake, tokenForm())).status).toBe(303);
  });

  it('of slow senders is disconnected, and others are served meanwhile', async () => {
    const { intake } = (service = await startService(project));
    const { port } = new URL(intake);
    const head = `POST /commentaires/ HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost:${port}\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{`;
    const slow = Array.from({ length: 50 }, () => connect(Number(port), 'localhost'));
    const cut = slow.map((socket) => {
      socket.write(head);
      socket.on('error', () => undefined).resume();
      const drip = setInterval(() => socket.write(' '), 500);
      return new Promise((done) => socket.once('close', done)).finally(() => clearInterval(drip));
    });
    expect((await sendForm(intake, tokenForm())).status).toBe(303);
    await Promise.all(cut);
    expect(await project.comments('pending')).toHaveLength(1);
    expect((await sendForm(intake, tokenForm())).status).toBe(303);
  });
});

describe('a full disk', () => {
  /** A limit on the size of files, in kilobytes, that simulates a full disk. The write-ahead log soon reaches it. */
  const ROOM = 400;

  it('is reported, loses nothing that was answered, and is over as soon as there is room', async () => {
    service = await startService(project, {}, `trap '' XFSZ; ulimit -S -f ${ROOM}`);
    const { intake, process } = service;
    const stored: string[] = [];
    for (;;) {
      const token = makeToken();
      const answer = await sendForm(intake, { ...comment, token: signToken(keys, token) });
      if (answer.status === 303) stored.push(recordId(keys, token));
      else {
        expect(answer.status).toBe(503);
        expect(await answer.text()).toContain(`${comment.text}</textarea>`);
        break;
      }
    }
    const json = await sendJson(intake, { ...comment, ...(await proveWork(makeToken())) });
    expect(json.status).toBe(503);
    expect(((await json.json()) as { message: string }).message).toContain('n’est pas perdu');
    // Polled, because a health check writes less than a comment, so a few still succeed.
    await expect.poll(async () => (await fetch(`${intake}sante`)).status).toBe(503);
    expect(stored.length).toBeGreaterThan(0);
    expect((await project.comments('pending')).map(({ id }) => id).sort()).toEqual(stored.sort());

    execFileSync('prlimit', ['--pid', String(process.pid), '--fsize=unlimited:unlimited']);
    expect((await sendForm(intake, tokenForm())).status).toBe(303);
    expect((await fetch(`${intake}sante`)).status).toBe(200);
    expect(await project.comments('pending')).toHaveLength(stored.length + 1);
  });

  it('from the start is reported, and is over as soon as there is room', async () => {
    service = await startService(project, {}, "trap '' XFSZ; mkdir -p data/comments; ulimit -S -f 0");
    expect((await fetch(`${service.intake}sante`)).status).toBe(503);
    expect((await sendForm(service.intake, tokenForm())).status).toBe(503);
    execFileSync('prlimit', ['--pid', String(service.process.pid), '--fsize=unlimited:unlimited']);
    expect((await sendForm(service.intake, tokenForm())).status).toBe(303);
  });
});

describe('a clock that jumps', () => {
  it('loses no text and no comment, and lets no token through twice', async () => {
    const clock = join(project.root, 'clock');
    const jump = (milliseconds: number) => writeFileSync(clock, String(milliseconds));
    jump(0);
    const preload = pathToFileURL(resolve('tests/faults/jumping-clock.mjs')).href;
    service = await startService(project, { CLOCK_FILE: clock, NODE_OPTIONS: `--import=${preload}` });
    const { intake } = service;
    const first = tokenForm();
    expect((await sendForm(intake, first)).status).toBe(303);

    for (const day of [1, -1, 400, -400]) {
      jump(day * 24 * 60 * 60 * 1000);
      const refused = await sendForm(intake, tokenForm());
      const page = await refused.text();
      expect(refused.status).toBe(422);
      expect(page).toContain(`${comment.text}</textarea>`);
      // The service dates this token by its shifted clock.
      const { token } = (await fetch(`${intake}defi/?article=${ARTICLE}`).then((response) =>
        response.json(),
      )) as { token: string };
      expect((await sendForm(intake, { ...comment, token })).status).toBe(422);
      jump(day * 24 * 60 * 60 * 1000 + 5000);
      expect((await sendForm(intake, { ...comment, token })).status).toBe(303);
    }
    jump(0);
    expect((await sendForm(intake, first)).status).toBe(409);
    expect(await project.comments('pending')).toHaveLength(5);
  });
});

describe('the process', () => {
  it('finishes what it has begun when it is stopped', async () => {
    const running = (service = await startService(project));
    const sent = Array.from({ length: 50 }, () => sendForm(running.intake, tokenForm()));
    await Promise.race(sent);
    const code = await running.stop('SIGTERM');
    const settled = await Promise.allSettled(sent);
    const kept = settled.filter((one) => one.status === 'fulfilled' && one.value.status === 303);
    expect(code).toBe(0);
    expect(kept.length).toBeGreaterThan(0);
    expect(await project.comments('pending')).toHaveLength(kept.length);
  });

  it('does not start without the list of articles, with a message', async () => {
    await expect(startService(project, { SITE_FOLDER: 'nowhere' })).rejects.toThrow('npm run build');
    await expect(startService(project, { COMMENTS_SECRET: 'short' })).rejects.toThrow('COMMENTS_SECRET');
  });

  it('creates its own secret once, in a private file', async () => {
    const environment = { COMMENTS_SECRET: undefined as unknown as string };
    service = await startService(project, environment);
    const { token } = (await fetch(`${service.intake}defi/?article=${ARTICLE}`).then((response) =>
      response.json(),
    )) as { token: string };
    await service.stop();
    service = await startService(project, environment);
    // The service accepts a token that it signed itself, even if it is too recent. It refuses one signed with another
    // secret as expired.
    const own = await sendForm(service.intake, { ...comment, token });
    expect(own.status === 303 || (await own.text()).includes('trop vite')).toBe(true);
    expect((await sendForm(service.intake, tokenForm())).status).toBe(422);
    expect(statSync(join(project.data, 'secret')).mode & 0o777).toBe(0o600);
  });
});
