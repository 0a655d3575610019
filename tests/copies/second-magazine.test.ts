import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySite, PUBLISHING, type SiteCopy } from '../site-copy.ts';

/** The content of another magazine, with its own name and colours, without comments, networks or legal pages. */
const MAGAZINE = 'tests/fixtures/magazine/content';
/** The files that the engine provides in any content folder. */
const GUIDE = ['README.md', 'REGLES.md', 'guide'];
/** The files that tests and gates need besides the site. */
const TOOLS = [
  'tests',
  'vitest.config.ts',
  'playwright.config.ts',
  'quality.json',
  '.htmlvalidate.json',
  '.vscode',
];
/** The unit tests that read the content of the project, or that know the usual words of addresses. */
const UNITS = [
  'cms',
  'cli/editor-files',
  'cli/check/rules-page',
  'content/guide',
  'content/checks/rules',
  'content/files/last-changes',
  'lib/lists',
  'lib/slugs',
  'routes',
  'search/near-article',
  'search/service',
  'spoken-french',
];
/** Traces of the first magazine that must not remain: its name, its licence, and its colours. */
const OURS = /Innovations|CC BY-SA|licenses\/by-sa|#?(?:fbf8f2|17181c|ff5a36|0f6b4a|6fd3a8)/iu;
/** Addresses with the usual words; this magazine has chosen others. */
const USUAL_ADDRESSES = /\/(?:articles|rubriques|etiquettes|auteurs|archives|recherche)\//u;
const TEXT = /\.(?:html|xml|json|js|css|svg|txt|webmanifest)$|\/_(?:headers|redirects)$/u;
/** Names of the engine itself, which no reader sees. */
const ENGINE = /Symbol\.for\("innovations[^"]*"\)/gu;

let copy: SiteCopy;
beforeAll(() => {
  copy = copySite([]);
  const content = join(copy.root, 'content');
  rmSync(content, { recursive: true });
  cpSync(MAGAZINE, content, { recursive: true });
  for (const name of GUIDE) cpSync(join('content', name), join(content, name), { recursive: true });
  for (const name of TOOLS) cpSync(name, join(copy.root, name), { recursive: true });
});
afterAll(() => copy.remove());

/** Runs a command in the copy. Returns its output when it fails; `null` otherwise. */
function failureOf(command: string, env: NodeJS.ProcessEnv): string | null {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:VITEST|PREVIEW|SITE_FOLDER)/u.test(name));
  const { status, stdout, stderr } = spawnSync(command, {
    shell: true,
    cwd: copy.root,
    encoding: 'utf8',
    env: {
      ...Object.fromEntries(own),
      CACHE_FOLDER: join(copy.root, '.cache'),
      ASTRO_TELEMETRY_DISABLED: '1',
      GITHUB_STEP_SUMMARY: '',
      ...env,
    },
  });
  return status === 0 ? null : stripVTControlCharacters(`${stdout}${stderr}`).slice(-4000);
}

describe('the project with the content of another magazine', () => {
  it('is checked and built', () => {
    expect(failureOf('node src/cli/build.ts', PUBLISHING)).toBeNull();
  });

  it.each([
    ['unit tests', `vitest run --project unit ${UNITS.map((path) => `tests/unit/${path}`).join(' ')}`],
    ['tests of components', 'vitest run --config tests/astro/vitest.config.ts'],
    ['tests of the site', 'vitest run --project build'],
    ['tests of the magazine', 'vitest run --project magazine'],
    ['gates on files', 'node src/cli/gates.ts content html links weight'],
    ['gates in a browser', 'node src/cli/gates.ts origins policy accessibility transfer'],
    // They open a site of their own, whatever content/ holds: a few are enough to prove it.
    ['browser tests', 'playwright test article'],
  ])('passes the %s', (_, command) => {
    expect(failureOf(command, { NODE_ENV: undefined, PATH: pathWithTools() })).toBeNull();
  });

  it('has nothing of the first magazine, in any file or icon', async () => {
    const dist = join(copy.root, 'dist');
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8', withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
    const texts = paths.filter((path) => TEXT.test(path));
    const left = texts.filter((path) => OURS.test(readFileSync(path, 'utf8').replaceAll(ENGINE, '')));
    expect(left.map((path) => path.slice(dist.length))).toEqual([]);
    for (const name of ['48', '180', '192', '512', '512-plein']) {
      const { data, info } = await sharp(join(dist, `icones/${name}.png`))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const top = info.channels * (Math.round(info.height * 0.14) * info.width + info.width / 2);
      expect([...data.subarray(top, top + 3)], name).toEqual([0x2f, 0x45, 0xa8]);
    }
  });

  it('leaves nothing of the parts that it does not have', () => {
    const dist = join(copy.root, 'dist');
    const names = readdirSync(dist);
    for (const name of ['commentaires', 'flux-commentaires.xml', 'hors-ligne'])
      expect(names).not.toContain(name);
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8', withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
    expect(paths.filter((path) => USUAL_ADDRESSES.test(path.slice(dist.length)))).toEqual([]);
    const texts = paths.filter((path) => TEXT.test(path));
    expect(texts.filter((path) => USUAL_ADDRESSES.test(readFileSync(path, 'utf8')))).toEqual([]);
    const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.html'),
    );
    const html = pages.map((page) => readFileSync(join(dist, page), 'utf8'));
    const all = html.join('\n');
    expect(all).not.toMatch(
      /commentaire|commentCount|id="suivre"|class="cloud|service-worker\.js|Écrire à la rédaction/u,
    );
    for (const page of html)
      for (const [, id = ''] of page.matchAll(/aria-labelledby="([\w-]+)"/gu))
        expect(page).toContain(`id="${id}"`);
    expect(all).not.toMatch(
      /<(?:aside|section|nav|ul class="children")[^>]*>\s*<\/(?:aside|section|nav|ul)>/u,
    );
    const scripts = readdirSync(join(dist, '_astro')).filter((name) => name.endsWith('.js'));
    const search = readFileSync(join(dist, 'chercher/index.html'), 'utf8');
    const sources = scripts.map((name) => readFileSync(join(dist, '_astro', name), 'utf8')).join('\n');
    expect(scripts.filter((name) => !`${all}${search}${sources}`.includes(name))).toEqual([]);
  });
});

const pathWithTools = () => `${join(copy.root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`;
