import { describe, expect, it } from 'vitest';
import { serveDrawing } from '#images/served-drawing.ts';
import { digestOf } from '#storage/digest.ts';

const SHAPE = '<path d="M0.123456 0h9v9z"/>';
/** Digits that compress badly. */
const digits = Array.from({ length: 3500 }, (_, at) => BigInt(`0x${digestOf(String(at))}`)).join('');
const drawing = (content: string, attributes = 'viewBox="0 0 1600 900"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`;

describe('a drawing', () => {
  it('that is simple is served as itself, without what nobody sees', () => {
    const { svg } = serveDrawing(drawing(`<!-- Atelier -->\n  <metadata>x</metadata> ${SHAPE}`));
    expect(svg).toMatch(/^<svg[^>]* viewBox="0 0 1600 900"/u);
    expect(svg).toMatch(/d="M\.12 0/u);
    expect(svg).not.toMatch(/Atelier|metadata|\n/u);
  });

  it('in a small view keeps its decimals', () => {
    expect(serveDrawing(drawing(SHAPE, 'viewBox="0 0 16 9"')).svg).toContain('.12346');
  });

  it.each([
    ['animated', 'that moves', drawing(`${SHAPE}<animate attributeName="x"/>`)],
    ['animated', 'that moves by its style', drawing(`<style>@keyframes a{to{opacity:0}}</style>${SHAPE}`)],
    ['unscalable', 'without a view box', drawing(SHAPE, 'width="1600" height="900"')],
    ['unscalable', 'with an empty view box', drawing(SHAPE, 'viewBox="0 0 0 900"')],
    ['heavy', 'with an effect', drawing('<filter id="a"><feGaussianBlur stdDeviation="9"/></filter>')],
    ['heavy', 'with too many shapes', drawing(SHAPE.repeat(2500))],
    [
      'heavy',
      'with too much detail',
      drawing(`<path d="M0 0${digits.replace(/(?<x>\d{3})(?<y>\d{3})/gu, 'L$<x> $<y>')}"/>`),
    ],
    ['unreadable', 'in another encoding', drawing(`<text>d\uFFFDj\uFFFD</text>`)],
    ['unreadable', 'that is cut', drawing(SHAPE).slice(0, -10)],
  ] as const)('is served as bitmaps (%s) %s', (reason, _name, source) => {
    expect(serveDrawing(source)).toEqual({ svg: null, reason });
  });
});
