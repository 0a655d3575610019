import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { chromium } from 'playwright';
import { inertText } from '#lib/html/inert-text.ts';
import { strings } from '#strings/site.ts';
import { findBrowser } from './browser.ts';
import { buildSides } from '#cli/report/build-sides.ts';
import { type BuiltSite, readSite } from '#cli/report/built-site.ts';
import { compareSites, type Findings } from '#cli/report/comparison.ts';
import { htmlReport } from '#cli/report/html-report.ts';
import { jsonReport } from '#cli/report/json-report.ts';
import { markdownReport } from '#cli/report/markdown-report.ts';
import { helpText, readOptions } from '#cli/report/options.ts';
import { lookAtPages } from '#cli/report/pictures.ts';
import { tellProgress } from '#cli/report/progress.ts';
import { readSide, Refused } from '#cli/report/sides.ts';

/**
 * `npm run report -- --base <git ref or folder>`: what a proposed change would change, for readers and for
 * machines, in `report.html`, `summary.md` and `report.json`. Where GITHUB_STEP_SUMMARY names a file, the summary is
 * added to it.
 *
 * Exit code: 0 when the report is made, whatever it says; 1 when it cannot be, 2 for a wrong option.
 */
const say = strings.report;
const project = process.cwd();
/** Any hour will do, as long as it is the same for both sides. */
const now = process.env['PUBLICATION_NOW'] ?? new Date().toISOString();

mkdirSync(join(project, '.cache'), { recursive: true });
const workshop = mkdtempSync(join(project, '.cache', 'report-'));
const clear = () => rmSync(workshop, { recursive: true, force: true });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    clear();
    process.exit(130);
  });
}
try {
  await main();
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(inertText(error.message));
  process.exitCode = 2;
} finally {
  clear();
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.aide) {
    console.log(helpText());
    return;
  }
  if (options.base === undefined) throw new Refused(say.noBase);
  const base = readSide(options.base, project);
  const head = readSide(options.proposition, project);
  tellProgress(say.progress.building);
  const [before, after] = await buildSides(base, head, { project, workshop, now });
  if ('failure' in after) {
    console.error(inertText(say.headFailed(after.failure)));
    process.exitCode = 1;
    return;
  }
  tellProgress(say.progress.comparing);
  const sites = [
    'failure' in before ? null : readSite(before.folder),
    readSite(after.folder),
  ] as const satisfies readonly [BuiltSite | null, BuiltSite];
  const failure = 'failure' in before ? before.failure : null;
  const findings = compareSites(...sites, {
    base: base.label,
    head: head.label,
    failure,
    pictured: options.pictured,
  });
  await look(...sites, findings);
  write(resolve(project, options.dossier), findings);
}

async function look(
  before: BuiltSite | null,
  after: BuiltSite,
  { comparison, toShow }: Findings,
): Promise<void> {
  if (toShow.length === 0) return;
  const found = findBrowser();
  if (!found) {
    console.error(say.noBrowser);
    return;
  }
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-lcd-text', '--font-render-hinting=none', '--force-color-profile=srgb'],
  });
  try {
    const progress = (done: number, total: number) => tellProgress(say.progress.looking(done, total));
    comparison.views = await lookAtPages(before, after, toShow, { browser, now, progress });
    comparison.looked = true;
  } finally {
    await browser.close();
  }
}

function write(folder: string, { comparison }: Findings): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report.html'), htmlReport(comparison));
  writeFileSync(join(folder, 'summary.md'), markdownReport(comparison));
  writeFileSync(join(folder, 'report.json'), jsonReport(comparison));
  const runSummary = process.env['GITHUB_STEP_SUMMARY'];
  if (runSummary) appendFileSync(runSummary, `\n${markdownReport(comparison)}`);
  console.log(say.written(join(relative(project, folder) || '.', 'report.html')));
}
