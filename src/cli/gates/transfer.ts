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
 * Measures the bytes that a phone transfers to show a page for the first time, without its pictures: how many
 * photographs a magazine has is its own affair, and the gate `weight` judges their variants. Of each template, it
 * measures the heaviest page.
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
        const kilobytes = Math.ceil(
          (await transferOf(browser, `${site.home}${page.address.slice(1)}`)) / KILOBYTE,
        );
        const most = transfer[page.template] ?? transfer.default;
        const message = fr`${kilobytes} ko pour un maximum de ${most}`;
        measures.push(`${page.template} ${kilobytes}`);
        const remedy = fr`Allégez les scripts, les styles ou les polices que cette page charge d’abord`;
        if (kilobytes > most) faults.push({ place: page.file, message, remedy });
      }
    } finally {
      await browser.close();
      await site.close();
    }
    const measured = fr`${counted(heaviest.length, 'page affichée', 'pages affichées')}, en ko, sans les images : ${measures.join(', ')}`;
    return within(0, measured, faults);
  },
};

/** @returns the bytes of all responses but pictures, headers included, until the network is idle */
async function transferOf(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext(PHONE);
  try {
    const tab = await context.newPage();
    const devtools = await context.newCDPSession(tab);
    await devtools.send('Network.enable');
    let bytes = 0;
    const pictures = new Set<string>();
    devtools.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Image') pictures.add(requestId);
    });
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (!pictures.has(requestId)) bytes += encodedDataLength;
    });
    await tab.goto(address, { waitUntil: 'networkidle' });
    return bytes;
  } finally {
    await context.close();
  }
}
