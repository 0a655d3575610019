import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkContent } from '#content/checks/content.ts';
import { copyContent, drawPicture } from './content-copy.ts';

/** Runs the command as editors do, on a copy of the content. */

const COMMAND = resolve('src/cli/new.ts');
const GOOD = [
  ...['--oui', '--titre', 'Le tram, ou l’art d’attendre', '--rubrique', 'mobilite'],
  ...['--etiquette', 'cloud computing', '--auteur', 'la-redaction'],
];
const COVERED = [
  ...['--chapo', 'Un chapô d’essai, assez long pour que le modèle l’accepte sans rien y trouver à redire.'],
  ...['--alt', 'Un rectangle vert', '--legende', 'Tout est vert.', '--credit', 'Nous'],
];

// Each test starts one to three processes, which may be slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let root = '';
let cache = '';
beforeEach(() => {
  root = copyContent();
  // The cache is elsewhere, because reading articles writes to it and tests compare the whole folder.
  cache = mkdtempSync(join(tmpdir(), 'cache-'));
  vi.stubEnv('CACHE_FOLDER', cache);
  writeFileSync(
    join(root, 'content/front-page.yaml'),
    'lead: accelerateur-ou-incubateur\nseconds: []\nsections: []\n',
  );
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of [root, cache]) rmSync(folder, { recursive: true });
});

function run(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}`.replace(/[\u00A0\u202F]/gu, ' ') };
}

const path = (...parts: string[]) => join(root, 'content', ...parts);
const read = (...parts: string[]) => readFileSync(path(...parts), 'utf8');
/** Returns the text of every file of the folder, by path. */
function everything(): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file, readFileSync(file, 'latin1')];
    }),
  );
}

describe('npm run new', () => {
  it('writes a draft that the content check accepts, and says what to do next', async () => {
    const { status, said } = run(...GOOD);
    expect(status).toBe(0);
    expect(await checkContent(root)).toEqual([]);
    const text = read('articles/le-tram-ou-l-art-d-attendre/index.mdx');
    expect(text).toMatch(/^---\n# Le titre de l’article\ntitle: Le tram, ou l’art d’attendre\n/u);
    expect(text).toContain('\ndraft: true\n');
    expect(said).toContain('C’est un brouillon');
    expect(said).toContain('couverture est provisoire');
    expect(said).toContain('/articles/le-tram-ou-l-art-d-attendre/');
  });

  it('copies a cover beside the article, named by what it is', async () => {
    const cover = await drawPicture(join(root, 'photo.webp'), 1920, 1080);
    expect(run(...GOOD, ...COVERED, '--couverture', cover).status).toBe(0);
    const folder = 'articles/le-tram-ou-l-art-d-attendre';
    expect(readdirSync(path(folder)).sort()).toEqual(['couverture.webp', 'index.mdx']);
    expect(readFileSync(path(folder, 'couverture.webp'))).toEqual(readFileSync(cover));
    expect(read(folder, 'index.mdx')).not.toContain('draft: true');
    expect(await checkContent(root)).toEqual([]);
  });

  it('refuses a small cover, and writes nothing', async () => {
    const cover = await drawPicture(join(root, 'photo.png'), 1599, 900);
    const before = everything();
    const { status, said } = run(...GOOD, ...COVERED, '--couverture', cover);
    expect(status).toBe(1);
    expect(said).toContain('trop petite (1599 × 900 pixels)');
    expect(everything()).toEqual(before);
  });

  it('asks for the texts that a cover needs', async () => {
    const cover = await drawPicture(join(root, 'photo.png'), 1600, 900);
    const { status, said } = run(...GOOD, '--couverture', cover);
    expect(status).toBe(1);
    for (const flag of ['--alt', '--legende', '--credit']) expect(said).toContain(`ajoutez ${flag}`);
  });

  it('never overwrites: it says so, and offers a free address', () => {
    run(...GOOD);
    const before = everything();
    const { status, said } = run(...GOOD);
    expect(status).toBe(1);
    expect(said).toContain('existe déjà');
    expect(said).toContain('--adresse le-tram-ou-l-art-d-attendre-2');
    expect(everything()).toEqual(before);
    expect(run(...GOOD, '--adresse', 'le-tram-ou-l-art-d-attendre-2').status).toBe(0);
  });

  it('refuses a tag that only resembles one of the list', () => {
    const { status, said } = run(...GOOD, '--etiquette', 'startup inovante');
    expect(status).toBe(1);
    expect(said).toContain('ressemble à « startup innovante »');
    expect(said).toContain('--nouvelle-etiquette');
  });

  it('adds a new tag at the end of the list, and warns when it resembles another', async () => {
    const before = read('tags.yaml');
    const { status, said } = run(...GOOD, '--nouvelle-etiquette', 'startups inovantes');
    expect(status).toBe(0);
    expect(said).toContain('« startups inovantes » ressemble à « startup innovante »');
    expect(read('tags.yaml')).toBe(`${before}- name: startups inovantes\n`);
    expect(await checkContent(root)).toEqual([]);
  });

  it('asks no question where there is no terminal, and says all that is missing', () => {
    const { status, said } = run('--titre', 'Un titre');
    expect(status).toBe(1);
    expect(said).toContain('Ce terminal n’est pas interactif');
    for (const flag of ['--rubrique', '--etiquette', '--auteur']) expect(said).toContain(`ajoutez ${flag}`);
    expect(said).not.toContain('ajoutez --titre');
  });

  it('says what is wrong with an option', () => {
    const { status, said } = run('--titer', 'x');
    expect(status).toBe(2);
    expect(said).toContain('Vouliez-vous dire --titre');
  });

  it('tells its options', () => {
    expect(run('--aide').said).toContain('--nouvelle-etiquette');
  });
});

describe.skipIf(!existsSync('/usr/bin/script'))('npm run new in a terminal', () => {
  it.each([
    ['Ctrl-C', (terminal: ChildProcess) => void terminal.stdin?.write('\u0003')],
    ['a signal', (_: ChildProcess, pid: number) => void process.kill(pid, 'SIGINT')],
  ])('leaves nothing when %s stops it in the middle', async (_, stop) => {
    const before = everything();
    const command = `stty cols 100 rows 40; echo pid=$$; exec ${process.execPath} ${COMMAND}`;
    const terminal = spawn('script', ['-qefc', command, '/dev/null'], { cwd: root });
    const asked: string[] = [];
    let said = '';
    const code = await new Promise((done) => {
      terminal.stdout.on('data', (part: Buffer) => {
        said += part.toString();
        for (const [question, answer] of [
          ['Le titre de', () => void terminal.stdin.write('Un titre\r')],
          ['La rubrique', () => stop(terminal, Number(/pid=(\d+)/u.exec(said)?.[1]))],
        ] as const) {
          if (asked.includes(question) || !said.includes(question)) continue;
          asked.push(question);
          answer();
        }
      });
      terminal.on('close', done);
    });
    expect(asked).toEqual(['Le titre de', 'La rubrique']);
    expect(code).toBe(130);
    expect(everything()).toEqual(before);
  });
});
