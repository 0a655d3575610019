import { once } from 'node:events';
import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { isBehind } from '#comments/publication/catch-up.ts';
import { callHook } from '#comments/publication/hook.ts';
import { readPublicationSettings } from '#comments/publication/publication-settings.ts';
import { createPublisher } from '#comments/publication/publisher.ts';
import { createKnownArticles } from '#comments/service/known-articles.ts';
import { startModeration } from '../moderation/moderation-site.ts';

const BUILD = { kind: 'build', root: '.' } as const;
const SOON = { delay: 5, retry: 20 };

/** Waits until a condition is true. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(2);
}

describe('publishing after decisions', () => {
  it('happens once for decisions that follow each other', async () => {
    let builds = 0;
    const publisher = createPublisher(
      BUILD,
      () => undefined,
      () => Promise.resolve(void (builds += 1)),
      SOON,
    );
    for (let i = 0; i < 5; i += 1) publisher.request();
    expect(publisher.state()).toBe('running');
    await until(() => publisher.state() === 'idle');
    expect(builds).toBe(1);
  });

  it('happens once more for decisions made during a build, and never twice at a time', async () => {
    let [builds, running, most] = [0, 0, 0];
    const build = async () => {
      builds += 1;
      most = Math.max(most, (running += 1));
      await wait(20);
      running -= 1;
    };
    const publisher = createPublisher(BUILD, () => undefined, build, SOON);
    publisher.request();
    await until(() => running === 1);
    publisher.request();
    publisher.request();
    await until(() => publisher.state() === 'idle');
    expect([builds, most]).toEqual([2, 1]);
  });

  it('says that it failed, and tries again', async () => {
    let attempts = 0;
    const log: string[] = [];
    const build = () => {
      attempts += 1;
      return attempts === 1 ? Promise.reject(new Error('failed')) : Promise.resolve();
    };
    const publisher = createPublisher(BUILD, (event) => void log.push(event), build, SOON);
    publisher.request();
    await until(() => publisher.state() === 'failed');
    await until(() => publisher.state() === 'idle');
    expect(log).toEqual(['publication-fault', 'published']);
  });

  it('is left to someone when the settings say so', () => {
    const publisher = createPublisher(readPublicationSettings('.', { PUBLISH: 'manual' }), () => undefined);
    publisher.request();
    expect(publisher.state()).toBe('manual');
  });
});

describe('a build elsewhere', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  /**
   * Starts a server that responds with this status, and publishes through a hook at this path.
   *
   * @returns the requests that the server received
   */
  async function called(path: string, environment: NodeJS.ProcessEnv = {}, status = 204) {
    const requests: { request: IncomingMessage; body: string }[] = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        requests.push({ request, body });
        response.writeHead(status).end();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const settings = readPublicationSettings('.', {
      ...environment,
      PUBLISH_HOOK: `http://127.0.0.1:${port}${path}`,
    });
    if (settings.kind !== 'hook') throw new Error('This is not a hook');
    await callHook(settings);
    const [{ request, body } = { request: null, body: '' }] = requests;
    return { method: request?.method, authorization: request?.headers.authorization, body };
  }

  it.each([
    [
      'GitHub and Forgejo, by a workflow',
      '/repos/a/b/actions/workflows/publish.yml/dispatches',
      { authorization: 'Bearer secret', body: '{"ref":"main"}' },
    ],
    [
      'GitHub, by a repository event',
      '/repos/a/b/dispatches',
      { authorization: 'Bearer secret', body: '{"event_type":"comments"}' },
    ],
    [
      'GitLab, by a trigger',
      '/api/v4/projects/1/trigger/pipeline',
      { authorization: undefined, body: 'ref=main&token=secret' },
    ],
    ['any other hook', '/build', { authorization: 'Bearer secret', body: '' }],
  ])('is asked of %s', async (_name, path, expected) => {
    expect(await called(path, { PUBLISH_TOKEN: 'secret' })).toEqual({ method: 'POST', ...expected });
  });

  it('fails when the other machine refuses', async () => {
    await expect(called('/build', {}, 403)).rejects.toMatchObject({ code: 'HTTP 403' });
  });

  it('has an address', () => {
    expect(() => readPublicationSettings('.', { PUBLISH_HOOK: 'main' })).toThrow('PUBLISH_HOOK');
  });
});

describe('what the site lacks', () => {
  it('is what others decided since it was built, or during the build, and asked nobody to publish', async () => {
    const site = await startModeration();
    const ada = await site.signedIn('Ada');
    const [first, second] = [await site.add(1), await site.add(2)];
    const file = join(tmpdir(), `built-${process.pid}`);
    writeFileSync(file, '');
    utimesSync(file, site.time / 1000, site.time / 1000);
    let lastRequest = 0;
    const articles = createKnownArticles(site.settings);
    const isSiteBehind = () =>
      isBehind({
        ...{ database: site.database, articles, file },
        publisher: { request: () => undefined, lastRequest: () => lastRequest },
      });
    site.publish([]);
    expect(await isSiteBehind()).toBe(false);
    await ada.post('decisions/', [['decision', `accept:${first}`]]);
    expect(await isSiteBehind()).toBe(true);
    lastRequest = site.time;
    expect(await isSiteBehind()).toBe(false);
    lastRequest = 0;
    site.publish([first]);
    expect(await isSiteBehind()).toBe(false);
    await ada.post('annuler/', [['id', first]]);
    expect(await isSiteBehind()).toBe(true);
    await ada.post('decisions/', [['decision', `accept:${first}`]]);
    await ada.post('decisions/', [['decision', `reject:${second}`]]);
    expect(await isSiteBehind()).toBe(false);
    await ada.post('effacements/', [['id', first]]);
    expect(await isSiteBehind()).toBe(true);
    site.publish([]);
    expect(await isSiteBehind()).toBe(false);
    rmSync(file);
    await site.close();
  });
});
