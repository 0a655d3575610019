import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { type BuiltPage, representatives } from '#cli/built-site/pages.ts';
import { serveSite } from '#cli/built-site/serve.ts';
import { launchBrowser } from '#cli/browser.ts';
import { counted } from '#lib/french.ts';
import { fr } from '#lib/typography/fr.ts';
import { type Gate, type GateFault, within } from './gate.ts';

/** A phone with an empty cache and without a service worker, which would fetch other files once the page is shown. */
const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  serviceWorkers: 'block',
} as const;
const KILOBYTE = 1000;

/**
 * Measures the bytes that a phone transfers to show a page for the first time. Of each template, it measures the
 * heaviest page. Photographs have a budget of their own, because they weigh ten times more than drawings.
 */
export const gate: Gate = {
  name: 'transfer',
  title: 'Premier affichage sur mobile',
  reads: 'site',
  async judge({ root, base, pages }, { transfer }) {
    const size = ({ file }: BuiltPage) => statSync(join(root, file)).size;
    const heaviest = representatives(pages.toSorted((a, b) => size(b) - size(a)));
    const site = await serveSite(root, base);
    const browser = await launchBrowser();
    const faults: GateFault[] = [];
    const measures: string[] = [];
    try {
      for (const page of heaviest) {
        const { file, template } = page;
        const { photographs, others } = await transferOf(browser, `${site.home}${page.address.slice(1)}`);
        const most = transfer[template] ?? transfer.default;
        measures.push(photographs > 0 ? `${template} ${others} + ${photographs}` : `${template} ${others}`);
        if (others > most)
          faults.push({
            place: file,
            message: fr`Sans les photographies, ${others} ko pour un maximum de ${most}`,
            remedy: fr`Allégez les dessins, les scripts ou les polices que cette page charge d’abord`,
          });
        if (photographs > transfer.photographs)
          faults.push({
            place: file,
            message: fr`Photographies : ${photographs} ko pour un maximum de ${transfer.photographs}`,
            remedy: fr`Montrez moins de photographies en haut de cette page, ou de plus petites`,
          });
      }
    } finally {
      await browser.close();
      await site.close();
    }
    const measured = fr`${counted(heaviest.length, 'page affichée', 'pages affichées')}, en ko (+ photographies) : ${measures.join(', ')}`;
    return within(0, measured, faults);
  },
};

/**
 * Loads a page until the network is idle.
 *
 * @returns the kilobytes of all responses, headers included, of photographs and of everything else
 */
async function transferOf(browser: Browser, address: string) {
  const context = await browser.newContext(PHONE);
  try {
    const tab = await context.newPage();
    const devtools = await context.newCDPSession(tab);
    await devtools.send('Network.enable');
    const bytes = { photographs: 0, others: 0 };
    const photographs = new Set<string>();
    devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
      if (type === 'Image' && response.mimeType !== 'image/svg+xml') photographs.add(requestId);
    });
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes[photographs.has(requestId) ? 'photographs' : 'others'] += encodedDataLength;
    });
    await tab.goto(address, { waitUntil: 'networkidle' });
    return {
      photographs: Math.ceil(bytes.photographs / KILOBYTE),
      others: Math.ceil(bytes.others / KILOBYTE),
    };
  } finally {
    await context.close();
  }
}
