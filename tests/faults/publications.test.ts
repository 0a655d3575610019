import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishFolder } from '#cli/build/publish-folder.ts';
import { digestFolder } from '../digest.ts';
import { copySite, PUBLISHING } from '../site-copy.ts';

/** Number of rounds; `npm run test:faults` runs 200. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 10);
const PAGES = 40;

let root: string;
let served: string;
let publishers: ChildProcess[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'publications-'));
  served = join(root, 'dist');
  publishers = [];
});
afterEach(() => {
  for (const publisher of publishers) publisher.kill('SIGKILL');
  rmSync(root, { recursive: true });
});

/** Makes a site. Half of its pages are the same in all sites. */
function makeSite(name: string): string {
  const site = join(root, name);
  for (let page = 0; page < PAGES; page += 1) {
    mkdirSync(join(site, `page-${page}`), { recursive: true });
    writeFileSync(join(site, `page-${page}`, 'index.html'), `${page} ${page % 2 === 0 ? 'as ever' : name}`);
  }
  writeFileSync(join(site, 'index.html'), name);
  return site;
}

async function startPublisher(site: string): Promise<ChildProcess> {
  const publisher = fork('tests/faults/publisher.ts', [served, site]);
  publishers.push(publisher);
  await once(publisher, 'message');
  return publisher;
}

describe('publications at once', () => {
  it.each([2, 6])('by %i processes leave one whole site, which is served all the while', async (count) => {
    const sites = Array.from({ length: count }, (_, index) => makeSite(`site-${index}`));
    const whole = sites.map(digestFolder);
    const started = await Promise.all(sites.map(startPublisher));
    await publishFolder(sites[0] ?? '', served);
    let looks = 0;
    let missing = 0;
    const looking = setInterval(() => {
      looks += 1;
      if (!existsSync(join(served, 'index.html'))) missing += 1;
    }, 1);
    for (let round = 0; round < ROUNDS; round += 1) {
      const answers = started.map((publisher) => once(publisher, 'message'));
      for (const publisher of started) publisher.send('publish');
      expect((await Promise.all(answers)).map(([answer]) => answer as unknown)).toEqual(sites.map(() => ''));
      expect(whole).toContain(digestFolder(served));
      expect(readdirSync(join(root, '.dist'))).toHaveLength(2);
    }
    clearInterval(looking);
    expect(looks).toBeGreaterThan(0);
    expect(missing).toBe(0);
  });

  it('begin from nothing as well', async () => {
    const sites = Array.from({ length: 3 }, (_, index) => makeSite(`site-${index}`));
    const whole = sites.map(digestFolder);
    const started = await Promise.all(sites.map(startPublisher));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const left of ['dist', '.dist']) rmSync(join(root, left), { recursive: true, force: true });
      const answers = started.map((publisher) => once(publisher, 'message'));
      for (const publisher of started) publisher.send('publish');
      expect((await Promise.all(answers)).map(([answer]) => answer as unknown)).toEqual(sites.map(() => ''));
      expect(whole).toContain(digestFolder(served));
    }
  });

  it('are taken over from one that was killed, by all that wait', async () => {
    const sites = Array.from({ length: 6 }, (_, index) => makeSite(`site-${index}`));
    const whole = sites.map(digestFolder);
    await publishFolder(sites[0] ?? '', served);
    const endless = resolve('tests/faults/endless-publication.ts');
    for (let round = 0; round < Math.ceil(ROUNDS / 5); round += 1) {
      const killed = spawn(process.execPath, [endless, served, ...sites.slice(0, 2)], { stdio: 'inherit' });
      const started = await Promise.all(sites.map(startPublisher));
      const answers = started.map((publisher) => once(publisher, 'message'));
      for (const publisher of started) publisher.send('publish');
      const end = once(killed, 'close');
      killed.kill('SIGKILL');
      await end;
      expect((await Promise.all(answers)).map(([answer]) => answer as unknown)).toEqual(sites.map(() => ''));
      expect(whole).toContain(digestFolder(served));
      for (const publisher of started) publisher.kill();
    }
  });
});

describe('builds at once', () => {
  it('in one project wait for each other, with other temporary folders and caches too', async () => {
    const copy = copySite(['accelerateur-ou-incubateur']);
    try {
      const builds = ['one', 'two'].map((name) => {
        const [temporary, cache] = [join(root, name), join(copy.root, '.cache', name)];
        for (const folder of [temporary, cache]) mkdirSync(folder);
        for (const drawn of ['pictures', 'social-cards'])
          symlinkSync(join(copy.root, '.cache', drawn), join(cache, drawn));
        const child = spawn(process.execPath, ['src/cli/build.ts'], {
          cwd: copy.root,
          env: {
            ...process.env,
            PREVIEW: '',
            ...PUBLISHING,
            ASTRO_TELEMETRY_DISABLED: '1',
            TMPDIR: temporary,
            CACHE_FOLDER: cache,
          },
        });
        let said = '';
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
        return once(child, 'close').then(([code]) => ({ code: code as unknown, said }));
      });
      const ends = await Promise.all(builds);
      for (const { code, said } of ends) expect(code, said).toBe(0);
      const waited = ends.filter(({ said }) => said.includes('Une autre construction est en cours'));
      expect(waited).toHaveLength(1);
      expect(readFileSync(join(copy.root, 'dist/index.html'), 'utf8')).toContain('</html>');
      expect(readdirSync(join(copy.root, '.dist'))).toEqual(['1', '2']);
    } finally {
      copy.remove();
    }
  });
});
