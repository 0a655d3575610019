import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { ChartData } from '#lib/chart-data.ts';
import { formatNumber } from '#lib/numbers.ts';

export type ChartKind = 'barres' | 'courbe';

interface Point {
  label: string;
  series: string;
  value: number;
}

/** The class of a data series, from `chart-1` on. The style sheet sets its colour. */
const seriesClass = (rank: number) => `chart-${rank + 1}`;

/**
 * Draws a chart during the build.
 *
 * @param width in pixels; text is 13 px high when the chart is shown at this width
 * @returns SVG without styles, scripts and ids
 */
export function drawChart(kind: ChartKind, data: ChartData, width: number): string {
  const { document } = parseHTML('<html><body></body></html>');
  const svg = kind === 'barres' ? drawBars(data, width, document) : drawLines(data, width, document);
  for (const style of svg.querySelectorAll('style')) style.remove();
  svg.removeAttribute('class');
  svg.removeAttribute('style');
  svg.removeAttribute('font-family');
  svg.setAttribute('font-size', '13');
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  svg.setAttribute('aria-hidden', 'true');
  return svg.outerHTML.replace(/ (?:aria-label|font-variant)="[^"]*"/gu, '').replace(/(\d\.\d)\d+/gu, '$1');
}

function points({ labels, series }: ChartData): Point[] {
  return series.flatMap(({ name, values }) =>
    values.map((value, index) => ({ label: labels[index] ?? '', series: name, value })),
  );
}

function drawBars(data: ChartData, width: number, document: Document): Element {
  const { labels, series } = data;
  const names = series.map(({ name }) => name);
  const several = names.length > 1;
  const longest = Math.max(...labels.map((label) => label.length));
  const marks = names.flatMap((name, rank) => {
    const own = points(data).filter((point) => point.series === name);
    const channels = { x: 'value', y: several ? 'series' : 'label', ...(several ? { fy: 'label' } : {}) };
    return [
      Plot.barX(own, { ...channels, className: seriesClass(rank), insetTop: 1, insetBottom: 1 }),
      Plot.text(own, {
        ...channels,
        text: ({ value }: Point) => formatNumber(value),
        textAnchor: 'start',
        dx: 5,
        fontWeight: 600,
      }),
    ];
  });
  return Plot.plot({
    document,
    width,
    height: 16 + labels.length * (several ? 12 + names.length * 22 : 36),
    marginLeft: Math.min(width * 0.42, 14 + longest * 7.4),
    marginRight: 52,
    marginTop: 4,
    marginBottom: 4,
    x: { axis: null, insetLeft: 0 },
    y: several ? { axis: null, domain: names } : { label: null, domain: labels, tickSize: 0, padding: 0.28 },
    ...(several ? { fy: { label: null, domain: labels, padding: 0.22, axis: 'left', tickSize: 0 } } : {}),
    marks: [...marks, Plot.ruleX([0])],
  });
}

function drawLines(data: ChartData, width: number, document: Document): Element {
  const { labels, series } = data;
  const all = points(data);
  const least = Math.min(0, ...all.map(({ value }) => value));
  const marks = series.flatMap(({ name }, rank) => {
    const own = all.filter((point) => point.series === name);
    const last = own.at(-1);
    return [
      Plot.lineY(own, { x: 'label', y: 'value', className: seriesClass(rank), strokeWidth: 2.5 }),
      Plot.dot(own, { x: 'label', y: 'value', className: seriesClass(rank), r: 3.5, fill: 'currentColor' }),
      ...(last
        ? [
            Plot.text([last], {
              x: 'label',
              y: 'value',
              text: ({ value }: Point) => formatNumber(value),
              textAnchor: 'start',
              dx: 8,
              fontWeight: 600,
            }),
          ]
        : []),
    ];
  });
  const room = Math.max(2, Math.floor((width - 90) / 46));
  const step = Math.ceil(labels.length / room);
  return Plot.plot({
    document,
    width,
    height: Math.round(Math.min(340, width * 0.58)),
    marginLeft: 46,
    marginRight: 48,
    marginTop: 14,
    marginBottom: 30,
    x: {
      type: 'point',
      domain: labels,
      label: null,
      tickSize: 0,
      ticks: labels.filter((_, index) => index % step === 0),
    },
    y: {
      label: null,
      grid: true,
      ticks: 5,
      tickSize: 0,
      nice: true,
      domain: [least, Math.max(...all.map(({ value }) => value))],
      tickFormat: formatNumber,
    },
    marks: [Plot.ruleY([0]), ...marks],
  });
}
