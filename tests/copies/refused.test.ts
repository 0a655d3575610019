import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySite, type SiteCopy } from '../site-copy.ts';

const SLUG = 'accelerateur-ou-incubateur';
const FILE = `content/articles/${SLUG}/index.mdx`;
const source = readFileSync(`tests/fixtures/${FILE}`, 'utf8');

let copy: SiteCopy;
beforeAll(() => {
  copy = copySite([SLUG]);
});
afterAll(() => copy.remove());

/** Runs `npm run build` in the copy. */
function build(): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], {
    cwd: copy.root,
    env: {
      ...process.env,
      PREVIEW: '',
      ASTRO_TELEMETRY_DISABLED: '1',
      CACHE_FOLDER: join(copy.root, '.cache'),
    },
    encoding: 'utf8',
  });
  return { status, said: `${stdout}\n${stderr}` };
}

/** Returns every built file, with its time and size. */
function published(): string[] {
  const folder = join(copy.root, 'dist');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => {
      const { mtimeMs, size } = statSync(join(folder, path));
      return `${path} ${mtimeMs} ${size}`;
    })
    .sort();
}

describe('a build of content that is wrong', () => {
  it('is refused with the place and the remedy, and leaves the last good one as it was', () => {
    expect(build().status).toBe(0);
    const good = published();
    for (const [spoilt, line, words] of [
      [source.replace('category: ecosysteme', 'category: eco'), 5, 'La rubrique « eco » n’existe pas'],
      [
        source.replace(/\n$/u, '\n\nVoir [plus haut](#nulle-part).\n'),
        source.split('\n').length + 1,
        'ne mène à aucun intertitre',
      ],
      [source.replace('</Encadre>\n', ''), 73, '<Encadre> n’est pas fermé'],
    ] as const) {
      copy.write(FILE, spoilt);
      const { status, said } = build();
      expect(status).not.toBe(0);
      expect(said).toContain(FILE);
      expect(said).toMatch(new RegExp(`\\b${line}:\\d+\\s`, 'u'));
      expect(said.replace(/[\u00A0\u202F]/gu, ' ')).toContain(words);
      expect(published()).toEqual(good);
    }
  });
});
