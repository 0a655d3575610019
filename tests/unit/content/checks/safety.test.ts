import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '#content/checks/content.ts';
import { checkSafety } from '#content/checks/safety.ts';
import { findContentFiles } from '#content/files/content-files.ts';
import { type Attack, hostilePictures, hostileTexts } from '../attacks.ts';

const FOLDER = 'content/articles/accelerateur-ou-incubateur';
const SOURCE = `tests/fixtures/${FOLDER}`;
const article = readFileSync(`${SOURCE}/index.mdx`, 'utf8');
const plain = (text: string) => text.replace(/[\u00A0\u202F]/gu, ' ');

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'attacks-'));
  cpSync('tests/fixtures/content', join(root, 'content'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

const checkRoot = () => checkSafety(root, findContentFiles(root));

/** Returns the problems of a copy of the magazine with this file, then restores the copy. */
async function sayings({ file, bytes }: Pick<Attack, 'file' | 'bytes'>) {
  const path = join(root, FOLDER, file);
  const was = ['index.mdx', 'couverture.svg'].includes(file) ? readFileSync(path) : null;
  writeFileSync(path, bytes);
  const problems = await checkContent(root);
  if (was) writeFileSync(path, was);
  else rmSync(path);
  return problems.map((problem) => ({ ...problem, message: plain(problem.message) }));
}

describe('a hostile file', async () => {
  it.each([...(await hostilePictures()), ...hostileTexts(article)])(
    'that is $name is refused, with its place and a remedy',
    async (attack) => {
      const problems = await sayings(attack);
      expect(problems).toContainEqual(
        expect.objectContaining({
          file: `${FOLDER}/${attack.file}`,
          line: attack.line,
          message: expect.stringContaining(attack.says) as string,
        }),
      );
      for (const { message, remedy } of problems) {
        expect(remedy).toMatch(/^[\p{Lu}«].{6}/u);
        // Messages stay short, however long the file is.
        expect(message.length).toBeLessThan(300);
      }
    },
  );

  it('that is a link to another file is refused', async () => {
    const path = join(root, FOLDER, 'a.png');
    symlinkSync('/etc/hostname', path);
    const problems = await checkRoot();
    rmSync(path);
    expect(problems.map(({ file }) => file)).toEqual([`${FOLDER}/a.png`]);
  });

  it('that comes by a link to a folder is refused with the link', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    cpSync(SOURCE, elsewhere, { recursive: true });
    const path = join(root, 'content/articles/venu-d-ailleurs');
    symlinkSync(elsewhere, path);
    const problems = await checkRoot();
    rmSync(path);
    rmSync(elsewhere, { recursive: true });
    expect(problems.map(({ file }) => file)).toEqual(['content/articles/venu-d-ailleurs']);
  });

  it('is seen in the place of a safe one, though it has its size and its time', async () => {
    const path = join(root, FOLDER, 'b.svg');
    const safe =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><desc>aaaaaaaaaaaaaaaaa</desc></svg>';
    const hostile = '<svg xmlns="http://www.w3.org/2000/svg"><script>a()</script></svg>'.padEnd(safe.length);
    const time = new Date('2026-01-01');
    writeFileSync(path, safe);
    utimesSync(path, time, time);
    expect(await checkRoot()).toEqual([]);
    writeFileSync(path, hostile);
    utimesSync(path, time, time);
    const problems = await checkRoot();
    rmSync(path);
    expect(problems.map(({ file }) => file)).toContain(`${FOLDER}/b.svg`);
  });

  it('is none of the magazine’s own', async () => {
    expect(await checkRoot()).toEqual([]);
  });

  it('is not an address in an alphabet of its own, told as such, nor an accent', async () => {
    const text = `${article}\n[a](https://xn--e1awd7f.com/) [b](https://théâtre.example/) [c](https://a.example/Ж)\n`;
    expect(await sayings({ file: 'index.mdx', bytes: text })).toEqual([]);
  });
});
