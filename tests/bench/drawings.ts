import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { type BrowserContext, type Page } from 'playwright';
import sharp from 'sharp';
import { launchBrowser } from '#cli/browser.ts';
import { listPages } from '#cli/built-site/pages.ts';
import { serveSite } from '#cli/built-site/serve.ts';

/**
 * `npm run bench:drawings`: on a slow phone, the largest paint of each article whose cover is a drawing, served as
 * itself (SVG) and as the bitmap that it replaces (AVIF, 800 pixels); then that of drawings with ever more shapes.
 * Intercepted responses arrive at once, so that only decoding and painting differ. src/images/served-drawing.ts takes its
 * limit of shapes from it.
 */
const SITE = 'dist';
const RUNS = 5;
const SHAPES = [100, 500, 1000, 2500, 5000, 10_000];
/** Lighthouse's phone: slow 4G, and a processor four times slower. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 84_480 };
const SLOWDOWN = 4;
const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  serviceWorkers: 'block',
} as const;
const DRAWING = /\.svg$/u;

type Cover = { type: string; body: Buffer };

/** @returns milliseconds; the median of several visits without cache */
async function largestPaint(
  open: () => Promise<BrowserContext>,
  address: string,
  cover: Cover,
): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const context = await open();
    const page = await context.newPage();
    await slowDown(page);
    await page.route(
      (url) => DRAWING.test(url.pathname) && url.pathname.startsWith('/_astro/couverture'),
      (route) => route.fulfill({ contentType: cover.type, body: cover.body }),
    );
    await page.goto(address, { waitUntil: 'load' });
    times.push(await page.evaluate(readLargestPaint));
    await context.close();
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
}

/** Runs in the page. */
function readLargestPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? NaN)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
  });
}

const drawingOf = (shapes: number) => {
  const paths = Array.from({ length: shapes }, (_, index) => {
    const [x, y] = [(index * 7919) % 1600, (index * 104_729) % 900];
    return `<path fill="#${(index % 4096).toString(16).padStart(3, '0')}" d="M${x} ${y}q40-60 80 0t60 30-90 40z"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900">${paths.join('')}</svg>`;
};

const browser = await launchBrowser();
const served = await serveSite(SITE, '/');
const open = () => browser.newContext(PHONE);
const at = (address: string) => served.home + address.slice(1);
try {
  const articles = listPages(SITE).filter(({ template }) => template === 'article');
  const bitmap = async (svg: Buffer): Promise<Cover> => ({
    type: 'image/avif',
    body: await sharp(svg).resize(800).avif({ quality: 50, effort: 2 }).toBuffer(),
  });
  for (const { address, file } of articles) {
    const name = /\/_astro\/(couverture[\w.]+\.svg)/u.exec(readFileSync(join(SITE, file), 'utf8'))?.[1];
    if (!name) continue;
    const svg = readFileSync(join(SITE, '_astro', name));
    const own = await largestPaint(open, at(address), { type: 'image/svg+xml', body: svg });
    const other = await largestPaint(open, at(address), await bitmap(svg));
    console.log(`${address}: drawing ${Math.round(own)} ms, bitmap ${Math.round(other)} ms`);
  }
  const [first] = articles;
  for (const shapes of first ? SHAPES : []) {
    const svg = Buffer.from(drawingOf(shapes));
    const address = at(first?.address ?? '/');
    const own = await largestPaint(open, address, { type: 'image/svg+xml', body: svg });
    const other = await largestPaint(open, address, await bitmap(svg));
    console.log(`${shapes} shapes: drawing ${Math.round(own)} ms, bitmap ${Math.round(other)} ms`);
  }
} finally {
  await served.close();
  await browser.close();
}
