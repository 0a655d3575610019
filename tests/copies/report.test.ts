import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#cli/browser.ts';
import { findAccessibilityFaults } from '#cli/built-site/axe.ts';
import { listPages } from '#cli/built-site/pages.ts';
import { copySite, type SiteCopy } from '../site-copy.ts';

const ARTICLE = 'accelerateur-ou-incubateur';
const OTHER = 'stocker-les-energies-renouvelables';
const TITLE = 'Couveuse ou piste d’élan';
const NOW = '2026-11-20T10:00:00Z';

interface Report {
  baseFailed: boolean;
  summary: string[];
  pages: { address: string; template: string; state: string; appearance: boolean }[];
  files: { file: string; records: { name: string; state: string }[] }[];
  left: number;
  pictured: { address: string; phone: number | null; desktop: number | null }[];
}

let copy: SiteCopy;
let browser: Browser;
let asItWas = '';
/** The addresses of the pages that show the changed title. */
let showing: string[] = [];
/** The summary that is added to GITHUB_STEP_SUMMARY. */
let runSummary = '';
beforeAll(async () => {
  copy = copySite([ARTICLE, OTHER]);
  browser = await chromium.launch({ executablePath: findBrowser()?.path ?? '', args: ['--no-sandbox'] });
  runSummary = join(copy.root, '.cache/run-summary.md');
  asItWas = copy.build('out/before', { PUBLICATION_NOW: NOW });
});
afterAll(async () => {
  await browser.close();
  copy.remove();
});

function command(program: string, args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: copy.root,
    env: { ...process.env, PREVIEW: '', PUBLICATION_NOW: NOW, GITHUB_STEP_SUMMARY: runSummary },
    encoding: 'utf8',
  });
  return { status, said: `${stdout}\n${stderr}` };
}

/**
 * Runs the report on the copy.
 *
 * @param head `null` for the working tree of the copy
 */
function report(base: string, head: string | null, output: string, pictured = 18): Report {
  const sides = ['--base', base, ...(head === null ? [] : ['--head', head])];
  const options = ['--output', output, '--images', String(pictured)];
  const { status, said } = command(process.execPath, ['src/cli/report.ts', ...sides, ...options]);
  expect(status, said).toBe(0);
  return JSON.parse(readFileSync(join(copy.root, output, 'report.json'), 'utf8')) as Report;
}

/** Changes a file during the work, then restores it. */
function altered<Result>(path: string, change: (text: string) => string, work: () => Result): Result {
  const text = readFileSync(join(copy.root, path), 'utf8');
  expect(change(text)).not.toBe(text);
  copy.write(path, change(text));
  try {
    return work();
  } finally {
    copy.write(path, text);
  }
}

function commitAll(): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  copy.write('.gitignore', 'node_modules\n.cache\n.astro\nout\nfirst\nsecond\n');
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    [...identity, 'commit', '-q', '--no-gpg-sign', '-m', 'State'],
  ])
    expect(command('git', args)).toMatchObject({ status: 0 });
}

const retitle = (text: string) => text.replace(/^title:.*$/mu, `title: ${TITLE}`);
const articleFile = `content/articles/${ARTICLE}/index.mdx`;

describe('the report of a change', () => {
  it('of one title names the pages that show it and no other, twice in the same bytes', () => {
    const after = altered(articleFile, retitle, () => copy.build('out/title', { PUBLICATION_NOW: NOW }));
    const found = report(asItWas, after, 'first', 2);
    showing = listPages(after)
      .filter(({ file }) => readFileSync(join(after, file), 'utf8').includes(TITLE))
      .map(({ address }) => address);
    expect(showing.length).toBeGreaterThan(5);
    expect(found.pages.map(({ address }) => address)).toEqual(showing);
    expect(found.files.flatMap(({ records }) => records.map(({ name }) => name))).not.toEqual([]);
    for (const { records } of found.files)
      for (const { name } of records) expect(name).toContain(`/articles/${ARTICLE}/`);
    expect(found.files.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['flux.xml', 'flux.json', 'pagefind', `partage/articles/${ARTICLE}.png`]),
    );
    expect(found.pages.every(({ state, appearance }) => state === 'changed' && !appearance)).toBe(true);
    expect(found.pictured).toHaveLength(2);
    expect(found.left).toBe(showing.length - 2);
    report(asItWas, after, 'second', 2);
    const read = (folder: string, file: string) => readFileSync(join(copy.root, folder, file));
    for (const file of ['report.html', 'summary.md', 'report.json'])
      expect(read('second', file).equals(read('first', file)), file).toBe(true);
  });

  it('of no change is one sentence', () => {
    expect(report(asItWas, asItWas, 'same').summary).toHaveLength(1);
  });

  it('of a colour shows in the pictures of different templates, on both screens', () => {
    const after = altered(
      'content/site.yaml',
      (text) => text.replace("ink: '#17181c'", "ink: '#3a1c6b'"),
      () => copy.build('out/colour', { PUBLICATION_NOW: NOW }),
    );
    // Only four pictures are allowed. tests/unit/cli/report/choose-pages.test.ts checks that each template has one when
    // more are.
    const { pages, pictured } = report(asItWas, after, 'colour', 4);
    const seen = pages.filter(({ address }) =>
      pictured.some((page) => page.address === address && page.phone && page.desktop),
    );
    expect(new Set(seen.map(({ template }) => template)).size).toBe(4);
    expect(pages.every(({ appearance }) => appearance)).toBe(true);
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that axe finds fault with, in a %s scheme',
    async (colorScheme) => {
      const page = await (
        await browser.newContext({ colorScheme, viewport: { width: 360, height: 740 } })
      ).newPage();
      await page.goto(pathToFileURL(join(copy.root, 'first/report.html')).href);
      for (const part of await page.locator('details').all())
        await part.evaluate((element) => element.setAttribute('open', ''));
      expect(await findAccessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    },
  );

  it('compares the project as it stands with a commit, which it builds elsewhere', () => {
    commitAll();
    const found = altered(articleFile, retitle, () => report('HEAD', null, 'commit', 2));
    expect(found.baseFailed).toBe(false);
    expect(found.pages.map(({ address }) => address)).toEqual(showing);
    expect(command('git', ['worktree', 'list']).said.trim().split('\n')).toHaveLength(1);
    expect(readFileSync(runSummary, 'utf8')).toContain(
      readFileSync(join(copy.root, 'commit/summary.md'), 'utf8'),
    );
  });

  it('shows what is proposed even when the base cannot be built', () => {
    altered(articleFile, (text) => text.replace(/^category:.*$/mu, 'category: nulle-part'), commitAll);
    const found = report('HEAD', null, 'failed', 3);
    expect(found).toMatchObject({ baseFailed: true, pages: [] });
    expect(found.pictured.map(({ address }) => address)).toContain('/');
    const told = readFileSync(join(copy.root, 'failed/report.html'), 'utf8');
    expect(told).toContain('nulle-part');
    expect(told).not.toContain(copy.root);
  });

  it('is refused in French, with the remedy, when there is nothing to compare', () => {
    for (const [args, words] of [
      [[], 'Il manque --base'],
      [['--base', 'nulle-part'], 'git fetch'],
      [['--base', 'content'], 'npm run build'],
      [['--bse', 'main'], '--aide'],
    ] as const) {
      const { status, said } = command(process.execPath, ['src/cli/report.ts', ...args]);
      expect(status).toBe(2);
      expect(said).toContain(words);
    }
  });
});
