import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { launchBrowser } from '#cli/browser.ts';
import { makeIndexFiles, SEARCH_FOLDER, writeIndexFiles } from '#search/index/search-index.ts';
import { startBuiltIn } from '../hosting/real-servers.ts';
import { inventRecords } from './records.ts';
import { inventQuestions } from './search-questions.ts';
import { servedFolder } from './served-folder.ts';

/**
 * `npm run bench:search`: how long the built search page takes to answer questions to an invented magazine, from the
 * question to the paint of the answer, and what it loads. The first question, which loads the engine, counts apart.
 */
const SIZES = [1_000, 10_000];
/** Each question is asked in as many new pages, and the shortest time counts: others may use the machine. */
const ROUNDS = 3;
/** In milliseconds: an answer that takes longer has gone wrong. */
const PATIENCE = 30_000;
const FIRST = 'chantier';
const FIRST_KIND = 'the first';

interface Figure {
  ms: number;
  kilobytes: number;
  requests: number;
}

if (!existsSync('dist/recherche/index.html')) throw new Error('No site in dist: npm run build');
const browser = await launchBrowser();
try {
  for (const size of SIZES) {
    console.log(`\n${size} articles`);
    for (const [kind, figures] of await measure(size)) {
      const middleAndMost = (values: readonly number[]) => {
        const sorted = values.toSorted((one, other) => one - other).map(Math.round);
        return `${sorted[Math.floor(sorted.length / 2)]}, at most ${sorted.at(-1)}`;
      };
      console.log(
        `${kind}: ms ${middleAndMost(figures.map(({ ms }) => ms))}; kB ${middleAndMost(
          figures.map(({ kilobytes }) => kilobytes),
        )}; requests ${middleAndMost(figures.map(({ requests }) => requests))}`,
      );
    }
  }
} finally {
  await browser.close();
}

/** Returns the figures of each kind of question: for each, the shortest time of all rounds. */
async function measure(size: number): Promise<Map<string, Figure[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'search-'));
  cpSync(realpathSync('dist'), folder, {
    recursive: true,
    filter: (path) => !/\/(?:articles|pagefind)$/u.test(path),
  });
  writeIndexFiles(await makeIndexFiles('bench', inventRecords(size)), join(folder, SEARCH_FOLDER));
  const server = await startBuiltIn(servedFolder(folder), 0);
  try {
    const rounds: Map<string, Figure[]>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await askAll(server.port));
    const [first = new Map<string, Figure[]>()] = rounds;
    return new Map(
      [...first].map(([kind, figures]) => [
        kind,
        figures.map((figure, rank) => ({
          ...figure,
          ms: Math.min(...rounds.map((round) => round.get(kind)?.[rank]?.ms ?? Infinity)),
        })),
      ]),
    );
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

async function askAll(port: number): Promise<Map<string, Figure[]>> {
  const answers = new Map<string, Figure[]>([[FIRST_KIND, []]]);
  for (const [kind, questions] of inventQuestions()) {
    const figures: Figure[] = [];
    for (const question of questions) {
      // A new page, because an engine keeps what it has loaded.
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/recherche/`);
      answers.get(FIRST_KIND)?.push(await ask(page, FIRST));
      figures.push(await ask(page, question));
      await page.close();
    }
    answers.set(kind, figures);
  }
  return answers;
}

/** Asks a question on the page, and waits until its answer is painted. */
async function ask(page: Page, question: string): Promise<Figure> {
  const loaded: Promise<number>[] = [];
  const count = (response: {
    url(): string;
    request(): { sizes(): Promise<{ responseBodySize: number }> };
  }) => {
    if (response.url().includes(`/${SEARCH_FOLDER}/`))
      loaded.push(
        response
          .request()
          .sizes()
          .then(({ responseBodySize }) => responseBodySize),
      );
  };
  page.on('response', count);
  const ms = await page.evaluate(
    ([text = '', patience = 0]) =>
      new Promise<number>((resolve, reject) => {
        const host = document.querySelector<HTMLElement>('search-results');
        const form = document.querySelector<HTMLFormElement>('search-query form');
        const field = form?.querySelector('input');
        if (!host || !form || !field) throw new Error('no search form');
        setTimeout(() => reject(new Error(`no answer to ${text}`)), Number(patience));
        const started = performance.now();
        const observer = new MutationObserver(() => {
          if (!/found|none/u.test(host.dataset['state'] ?? '')) return;
          observer.disconnect();
          // The second frame begins after the first has been painted.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - started)));
        });
        observer.observe(host, { attributes: true, attributeFilter: ['data-state'] });
        field.value = String(text);
        form.requestSubmit();
      }),
    [question, PATIENCE],
  );
  page.off('response', count);
  const bytes = await Promise.all(loaded);
  return { ms, kilobytes: bytes.reduce((sum, size) => sum + size, 0) / 1000, requests: bytes.length };
}
