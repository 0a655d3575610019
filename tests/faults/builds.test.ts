import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishFolder } from '#cli/build/publish-folder.ts';
import { digestFiles, digestFolder } from '../digest.ts';
import { copySite, PUBLISHING, type SiteCopy } from '../site-copy.ts';

/** `npm run test:faults` runs 50 publications and 50 builds; an ordinary run, 10 and 2. */
const long = Number(process.env['KILL_ROUNDS'] ?? 0) >= 200;
const SWAPS = long ? 50 : 10;
const BUILDS = long ? 50 : 2;

const SLUG = 'accelerateur-ou-incubateur';
const FILE = `content/articles/${SLUG}/index.mdx`;
const ended = (child: ChildProcess) => new Promise((done) => child.once('close', done));

describe('a publication that is killed', () => {
  it('leaves one whole site in place, and the next one needs no cleaning', async () => {
    const root = mkdtempSync(join(tmpdir(), 'publication-'));
    const [served, ...sites] = ['dist', 'first', 'second'].map((name) => join(root, name)) as [
      string,
      string,
      string,
    ];
    for (const site of sites)
      for (let page = 0; page < 200; page += 1) {
        // Half of the pages are the same in both sites.
        const text = page % 2 === 0 ? 'as ever' : site;
        mkdirSync(join(site, `page-${page}`), { recursive: true });
        writeFileSync(join(site, `page-${page}`, 'index.html'), `${page} ${text}`);
      }
    await publishFolder(sites[0] ?? '', served);
    const whole = sites.map(digestFolder);
    const script = resolve('tests/faults/endless-publication.ts');
    for (let round = 0; round < SWAPS; round += 1) {
      const child = spawn(process.execPath, [script, served, ...sites], { stdio: 'inherit' });
      await wait(150 + Math.random() * 250);
      child.kill('SIGKILL');
      await ended(child);
      expect(whole).toContain(digestFolder(served));
    }
    for (const [index, site] of sites.entries()) {
      await publishFolder(site, served);
      expect(digestFolder(served)).toBe(whole[index]);
    }
    expect(readdirSync(join(root, '.dist')).filter((name) => !/^\d+$/u.test(name))).toEqual([]);
    rmSync(root, { recursive: true });
  });
});

describe('a build', () => {
  let copy: SiteCopy;
  let dist: string;
  const source = readFileSync(`tests/fixtures/${FILE}`, 'utf8');
  const other = source.replace(/^title:.*$/mu, 'title: Un tout autre titre');
  const environment = () => ({
    ...process.env,
    PREVIEW: '',
    ...PUBLISHING,
    PUBLICATION_NOW: '2026-11-24T12:00:00Z',
    ASTRO_TELEMETRY_DISABLED: '1',
    CACHE_FOLDER: join(copy.root, '.cache'),
  });
  const build = (shell = '', ...options: string[]) =>
    spawnSync('bash', ['-c', `${shell} exec "$0" "$@" src/cli/build.ts`, process.execPath, ...options], {
      cwd: copy.root,
      env: environment(),
      encoding: 'utf8',
      timeout: 240_000,
    });

  /**
   * Returns separate digests of the search index and of the pages, because the previous index is served until the new
   * one is ready.
   */
  const digestsOfSite = () => {
    const files = Object.entries(digestFiles(dist));
    const [index, pages] = [true, false].map((isIndex) =>
      JSON.stringify(files.filter(([path]) => path.startsWith('pagefind/') === isIndex)),
    );
    return { index, pages };
  };

  beforeAll(() => {
    copy = copySite([SLUG]);
    dist = join(copy.root, 'dist');
  });
  afterAll(() => copy.remove());

  it('that is killed at any moment leaves the last good site in place, whole and served all the while', async () => {
    const whole = new Map<string, ReturnType<typeof digestsOfSite>>();
    let duration = 0;
    for (const text of [other, source]) {
      const began = Date.now();
      copy.write(FILE, text);
      const { status, stderr } = build();
      expect(status, stderr).toBe(0);
      duration = Date.now() - began;
      whole.set(text, digestsOfSite());
    }
    const sites = [...whole.values()];
    expect(new Set(sites.map(({ pages }) => pages)).size).toBe(2);
    expect(new Set(sites.map(({ index }) => index)).size).toBe(2);
    const { address, stop } = await serve(copy.root);
    const answers: (number | string)[] = [];
    const asked: Promise<unknown>[] = [];
    const ask = (url: string) =>
      fetch(url).then(
        ({ status }) => answers.push(status),
        (error: Error) => answers.push(String(error.cause ?? error)),
      );
    const asking = setInterval(() => {
      for (const page of ['', `articles/${SLUG}/`, 'pagefind/pagefind-entry.json'])
        asked.push(ask(address + page));
    }, 50);
    // More rounds are added when builds were killed too early for a hundred requests.
    for (let round = 0; round < BUILDS || answers.length <= 100; round += 1) {
      copy.write(FILE, round % 2 === 0 ? other : source);
      rmSync(join(copy.root, '.cache/search'), { recursive: true, force: true });
      const child = spawn(process.execPath, ['src/cli/build.ts'], { cwd: copy.root, env: environment() });
      child.stdout.resume();
      child.stderr.resume();
      const end = ended(child);
      await Promise.race([wait(Math.random() * duration * 1.1), end]);
      child.kill('SIGKILL');
      await end;
      const { index, pages } = digestsOfSite();
      expect(sites.map((site) => site.pages)).toContain(pages);
      expect(sites.map((site) => site.index)).toContain(index);
    }
    clearInterval(asking);
    // All requests are answered first, because the server may refuse some while it stops.
    await Promise.all(asked);
    await stop();
    // This build blocks the test: a request made meanwhile would meet a connection that the server has closed.
    copy.write(FILE, source);
    expect(build().status).toBe(0);
    expect(digestsOfSite()).toEqual(whole.get(source));
    expect(answers.length).toBeGreaterThan(100);
    expect(new Set(answers)).toEqual(new Set([200]));
  });

  it('that cannot make the search index publishes its pages with the previous one, and fails', () => {
    const previous = digestsOfSite().index;
    copy.write(FILE, `${source}\nUne zibeline de plus.\n`);
    const { status, stderr } = build('PAGEFIND_BINARY_PATH=/bin/false');
    expect(status).toBe(1);
    expect(stderr.replace(/[\u00A0\u202F]/gu, ' ')).toContain('la recherche n’a pas pu être mise à jour');
    expect(readFileSync(join(dist, `articles/${SLUG}/index.html`), 'utf8')).toContain('zibeline');
    expect(digestsOfSite().index).toBe(previous);
    expect(build().status).toBe(0);
    expect(digestsOfSite().index).not.toBe(previous);
  });

  it('on a full disk says so, and leaves the last good site in place', () => {
    const good = digestFolder(dist);
    const published = readFileSync(join(copy.root, FILE), 'utf8');
    copy.write(FILE, `${published}\nUne phrase de plus.\n`);
    // `ulimit -f` simulates a full disk: writing a file above 8 kB fails. The timer checks that an open handle does not
    // keep the failed build from exiting.
    const held = '--import=data:text/javascript,setInterval(() => {}, 1000)';
    const { status, stderr } = build("trap '' XFSZ; ulimit -f 8;", held);
    expect(status).toBe(1);
    expect(stderr.replace(/[\u00A0\u202F]/gu, ' ')).toContain('Le disque est plein : libérez de la place');
    expect(digestFolder(dist)).toBe(good);
    copy.write(FILE, published);
    expect(build().status).toBe(0);
    expect(digestFolder(dist)).toBe(good);
  });
});

/** Starts the built-in server on a free port. */
async function serve(root: string): Promise<{ address: string; stop: () => Promise<unknown> }> {
  const child = spawn(process.execPath, ['src/cli/start.ts'], {
    cwd: root,
    env: { ...process.env, PORT: '0', SITE_FOLDER: 'dist', BASE_PATH: '/' },
  });
  let said = '';
  const address = await new Promise<string>((ready, fail) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/localhost:\d+\//u.exec(said)?.[0];
      if (found) ready(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended(child).then(() => fail(new Error(said)));
  });
  return { address, stop: () => (child.kill(), ended(child)) };
}
