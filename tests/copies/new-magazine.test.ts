import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSetting } from '#content/files/content-file.ts';
import { filesBelow } from '#storage/files-below.ts';
import { PUBLISHING } from '../site-copy.ts';

/** The project's content before the command. */
const BEFORE = 'tests/fixtures';
/** The colours of the magazine before, none of which another magazine may have. */
const OWN_COLOURS = [...new Set(JSON.stringify(readSetting(BEFORE, 'colours')).match(/#[\da-f]{6}/gu))];
const OWN_LICENCE = readSetting(BEFORE, 'licence');
const OWN_NAME = readSetting(BEFORE, 'name');
/** Matches text files; the others are pictures, fonts, and the search index. */
const TEXT = /\.(?:css|html|js|json|svg|txt|webmanifest|xml)$|_(?:headers|redirects)$/u;

/** The files of the project that a build needs. */
const PARTS = ['src', 'package.json', 'astro.config.mjs', 'tsconfig.json', 'quality.json'];

let root = '';
let site = '';

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${command}.ts`, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PREVIEW: '', ...PUBLISHING, CACHE_FOLDER: join(root, '.cache') },
  });
  expect(status, `${stdout}\n${stderr}`).toBe(0);
  return stdout;
}

beforeAll(() => {
  mkdirSync('.cache', { recursive: true });
  root = mkdtempSync(resolve('.cache', 'copy-'));
  for (const part of PARTS) cpSync(part, join(root, part), { recursive: true });
  cpSync(join(BEFORE, 'content'), join(root, 'content'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  run('init', '--oui', '--nom', 'Le Sillon', '--malgre-tout');
  run('build');
  site = join(root, 'dist');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const texts = () =>
  filesBelow(`${site}/`)
    .filter((path) => TEXT.test(path))
    .map((path) => [path, readFileSync(join(site, path), 'utf8')] as const);

describe('a magazine begun by a command', () => {
  it('has no fault, and passes the gates of files', () => {
    const found = JSON.parse(run('check', '--json')) as { problems: { rule: string }[] };
    expect(new Set(found.problems.map(({ rule }) => rule))).toEqual(new Set(['à compléter', 'typographie']));
    run('gates', 'content', 'html', 'links', 'weight');
  });

  it('says its own name, and nothing of this one', () => {
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('Le Sillon');
    expect(texts().length).toBeGreaterThan(30);
    for (const [path, text] of texts()) {
      expect(text.toLowerCase().includes(OWN_NAME.toLowerCase()), path).toBe(false);
      for (const colour of OWN_COLOURS)
        expect(text.toLowerCase().includes(colour), `${path}: ${colour}`).toBe(false);
    }
  });

  it('reserves all rights, under no licence', () => {
    expect(OWN_LICENCE).toBeDefined();
    for (const [path, text] of texts()) {
      expect(text.includes(OWN_LICENCE?.name ?? ''), path).toBe(false);
      expect(text.includes('creativecommons.org'), path).toBe(false);
    }
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toMatch(/Tous droits réservés/u);
    expect(readFileSync(join(site, '.well-known/tdmrep.json'), 'utf8')).toContain('"tdm-reservation":1');
  });

  it('has icons without a pixel of this one’s colours', async () => {
    const icons = filesBelow(join(site, 'icones'));
    expect(icons.length).toBeGreaterThan(2);
    for (const icon of icons) {
      const { data } = await sharp(join(site, 'icones', icon))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const seen = new Set<string>();
      for (let at = 0; at < data.length; at += 3) seen.add(`#${data.subarray(at, at + 3).toString('hex')}`);
      for (const colour of OWN_COLOURS) expect(seen.has(colour), `${icon}: ${colour}`).toBe(false);
    }
  });

  it('keeps the content before aside', () => {
    const [aside = ''] = readdirSync(root).filter((name) => /^content-avant-[\d-]+$/u.test(name));
    expect(filesBelow(join(root, aside)).sort()).toEqual(filesBelow(join(BEFORE, 'content')).sort());
    expect(readFileSync(join(root, aside, 'site.yaml'), 'utf8')).toContain(OWN_NAME);
  });
});
