import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { STEP_NAMES, STEPS } from './changes.ts';
import { comparable, type Result } from './report.ts';

const COLOURS = {
  Innovations: '#1f6f54',
  Eleventy: '#9a9a9a',
  'Eleventy, whole pages': '#6b7f99',
  Hugo: '#d0a14f',
};

/** Draws the seconds of each build of the largest size, engine by engine. */
export function drawChart(results: readonly Result[]): string {
  const { document } = parseHTML('<html><body></body></html>');
  const size = Math.max(...results.map((result) => result.size));
  const bars = results
    .filter((result) => result.size === size)
    .map((result) => ({ ...result, name: STEP_NAMES[result.step], seconds: comparable(result) }));
  const svg = Plot.plot({
    document,
    width: 760,
    height: 90 + STEPS.length * 98,
    marginLeft: 170,
    marginRight: 180,
    x: { label: `seconds, ${size.toLocaleString('en')} articles`, grid: true },
    y: { axis: null, domain: Object.keys(COLOURS) },
    fy: {
      label: null,
      domain: STEPS.map((step) => STEP_NAMES[step]),
      padding: 0.25,
      axis: 'left',
      tickSize: 0,
    },
    color: { domain: Object.keys(COLOURS), range: Object.values(COLOURS) },
    marks: [
      Plot.barX(bars, { x: 'seconds', y: 'engine', fy: 'name', fill: 'engine' }),
      Plot.text(bars, {
        x: 'seconds',
        y: 'engine',
        fy: 'name',
        text: ({ engine, seconds }: (typeof bars)[number]) => `${engine} ${seconds.toFixed(1)}`,
        textAnchor: 'start',
        dx: 4,
      }),
    ],
  } as Plot.PlotOptions) as unknown as Element;
  for (const style of svg.querySelectorAll('style')) style.remove();
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('style', 'background: white');
  svg.setAttribute('font-family', 'system-ui, sans-serif');
  return `${svg.outerHTML}\n`;
}
