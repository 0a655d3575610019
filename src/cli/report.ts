import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { readPalette } from '#content/files/site-look.ts';
import { ExpectedError } from '#lib/expected-error.ts';
import { fr } from '#lib/typography/fr.ts';
import { strings } from '#strings/site.ts';
import { findBrowser, launchBrowser } from './browser.ts';
import { runCommand, UsageError } from '#cli/lib/options.ts';
import { readSite } from '#cli/report/built-site.ts';
import { compareSites } from '#cli/report/comparison.ts';
import { htmlReport } from '#cli/report/html-report.ts';
import { jsonReport } from '#cli/report/json-report.ts';
import { markdownReport } from '#cli/report/markdown-report.ts';
import { viewPages } from '#cli/report/pictures.ts';
import { buildSides, readSide } from '#cli/report/sides.ts';

/**
 * `npm run report -- --base <Git reference or folder>`: reports how a proposed change alters the site, for readers and
 * for programs, in `report.html`, `summary.md` and `report.json`. The summary is also added to the file that
 * GITHUB_STEP_SUMMARY names.
 *
 * Exit code: 0 when the report is written, 1 when the proposed version cannot be built, 2 for a wrong option.
 */
const text = strings.report;
const about = text.options;
const OPTIONS = {
  base: { type: 'string', about: about.base },
  proposition: { type: 'string', about: about.proposition, english: 'head' },
  dossier: { type: 'string', default: '.cache/report', about: about.dossier, english: 'output' },
  images: { type: 'string', default: '18', about: about.images },
  toutes: { type: 'boolean', default: false, about: about.toutes },
} as const;

/** Options of Chromium that make it render the same pixels on every machine. */
const REPRODUCIBLE = ['--disable-lcd-text', '--font-render-hinting=none', '--force-color-profile=srgb'];

const project = process.cwd();
/** The publication time of both versions. */
const now = process.env['PUBLICATION_NOW'] ?? new Date().toISOString();
mkdirSync(join(project, '.cache'), { recursive: true });
const workshop = mkdtempSync(join(project, '.cache', 'report-'));
process.on('exit', () => rmSync(workshop, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

await runCommand({ usage: 'npm run report -- --base main', options: OPTIONS }, async ({ options }) => {
  if (options.base === undefined) throw new UsageError(text.noBase);
  if (!/^\d+$/u.test(options.images))
    throw new UsageError(fr`Option inconnue ou incomplète : --images ${options.images}.`);
  const base = readSide(options.base, project);
  const head = readSide(options.proposition, project);

  showProgress(text.progress.building);
  const [before, after] = await buildSides(base, head, { project, workshop, now });
  if ('failure' in after) throw new ExpectedError(text.headFailed(after.failure));

  showProgress(text.progress.comparing);
  const siteBefore = 'failure' in before ? null : readSite(before.folder);
  const siteAfter = readSite(after.folder);
  const { comparison, toPicture } = compareSites(siteBefore, siteAfter, {
    base: base.label,
    head: head.label,
    failure: 'failure' in before ? before.failure : null,
    maxPictures: options.toutes ? Infinity : Number(options.images),
  });
  const hasBrowser = findBrowser() !== null;
  if (toPicture.length > 0 && !hasBrowser) console.error(text.noBrowser);
  if (toPicture.length > 0 && hasBrowser) {
    const browser = await launchBrowser(REPRODUCIBLE);
    const progress = (done: number, total: number) => showProgress(text.progress.looking(done, total));
    comparison.views = await viewPages(siteBefore, siteAfter, toPicture, { browser, now, progress });
    comparison.hasPictures = true;
    await browser.close();
  }

  const folder = resolve(project, options.dossier);
  const summary = markdownReport(comparison);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report.html'), htmlReport(comparison, readPalette(project)));
  writeFileSync(join(folder, 'summary.md'), summary);
  writeFileSync(join(folder, 'report.json'), jsonReport(comparison));
  const runSummary = process.env['GITHUB_STEP_SUMMARY'];
  if (runSummary) appendFileSync(runSummary, `\n${summary}`);
  console.log(text.written(join(relative(project, folder) || '.', 'report.html')));
  return 0;
});

/** Updates one line of a terminal, or adds a line to a log. */
function showProgress(words: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001B[2K${words}` : `${words}\n`);
}
