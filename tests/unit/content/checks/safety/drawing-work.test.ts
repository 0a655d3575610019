import { describe, expect, it } from 'vitest';
import { readDrawing } from '#content/checks/safety/drawing-safety.ts';
import { type DrawnElement, parseDrawing } from '#content/checks/safety/drawing-tree.ts';
import { drawingWork } from '#content/checks/safety/drawing-work.ts';

const SVG = 'http://www.w3.org/2000/svg';
const drawing = (inner: string, more = '') =>
  `<svg xmlns="${SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" width="1600" height="900"${more}>\n${inner}\n</svg>\n`;
const problemsOf = (text: string) => readDrawing('a.svg', text).problems;

/** Ten parts, each of which refers to the previous one ten times. */
const tower = (part: (id: number, inner: string) => string, name: (id: number) => string) =>
  Array.from({ length: 10 }, (_, id) =>
    part(id, id === 0 ? '<path d="M0 0"/>' : name(id - 1).repeat(10)),
  ).join('') + name(9);

const TOWERS: Readonly<Record<string, string>> = {
  copies: tower(
    (id, inner) => `<g id="a${id}">${inner}</g>`,
    (id) => `<use href="#a${id}"/>`,
  ),
  'copies of another prefix': tower(
    (id, inner) => `<g id="a${id}">${inner}</g>`,
    (id) => `<s-s:use xmlns:s-s="${SVG}" xlink:href="#a${id}"/>`,
  ),
  'copies in texts': tower(
    (id, inner) => `<text id="a${id}">${inner}</text>`,
    (id) => `<use href="#a${id}"/>`,
  ),
  'copies by coded names': tower(
    (id, inner) => `<g id="a${id}">${inner}</g>`,
    (id) => `<use href="#%61${id}"/>`,
  ),
  'copies of two parts with one name': `<g id="b"/>${tower(
    (id, inner) => `<g id="a${id}"/><g id="a${id}">${inner}</g>`,
    (id) => `<use href="#a${id}"/>`,
  )}`,
  symbols: tower(
    (id, inner) => `<symbol id="a${id}">${inner}</symbol>`,
    (id) => `<use href="#a${id}"/>`,
  ),
  patterns: tower(
    (id, inner) => `<pattern id="a${id}">${inner}</pattern>`,
    (id) => `<rect fill="url(#a${id})"/>`,
  ),
  'patterns by a style': tower(
    (id, inner) => `<style>.c${id}{fill:url(#a${id})}</style><pattern id="a${id}">${inner}</pattern>`,
    (id) => `<rect class="c${id}"/>`,
  ),
  'patterns handed down': tower(
    (id, inner) => `<pattern id="a${id}"><g>${inner}</g></pattern>`,
    (id) => `<g style="stroke:url('#a${id}')"><rect/></g>`,
  ),
  masks: tower(
    (id, inner) => `<mask id="a${id}">${inner}</mask>`,
    (id) => `<rect mask="url(#a${id})"/>`,
  ),
  cuts: tower(
    (id, inner) => `<clipPath id="a${id}">${inner}</clipPath>`,
    (id) => `<rect clip-path="url(#a${id})"/>`,
  ),
  'marks of lines': tower(
    (id, inner) => `<marker id="a${id}">${inner}</marker>`,
    (id) => `<path marker-mid="url(#a${id})" d="M0 0L1 1L2 2"/>`,
  ),
  'marks of one long line': `<marker id="m">${'<path/>'.repeat(100)}</marker><path marker="url(#m)" d="M0 0${'L1 1'.repeat(1000)}"/>`,
  effects: `<filter id="f">${'<feTurbulence/>'.repeat(5)}</filter>${'<rect filter="url(#f)"/>'.repeat(5)}`,
};

describe('the work that a drawing asks for', () => {
  const work = (inner: string) => drawingWork(parseDrawing(drawing(inner)));

  it('is the number of its parts, copies included, however few are written', () => {
    expect(work('<path/>'.repeat(10))).toBe(11);
    const copies = Array.from(
      { length: 8 },
      (_, id) => `<g id="a${id + 1}">${`<use href="#a${id}"/>`.repeat(2)}</g>`,
    );
    const doubled = work(`<defs><path id="a0"/>${copies.join('')}</defs><use href="#a8"/>`);
    expect(doubled).toBeGreaterThan(2 ** 8);
    expect(doubled).toBeLessThan(5 * 2 ** 8);
  });

  it('counts a pattern for each shape that it fills, a mark for each corner, a mask once', () => {
    const hundred = '<path/>'.repeat(100);
    expect(
      work(`<pattern id="p">${hundred}</pattern><g fill="url(#p)">${'<rect/>'.repeat(7)}</g>`),
    ).toBeGreaterThan(700);
    expect(
      work(`<marker id="p">${hundred}</marker><path marker="url(#p)" d="M0 0L1 1L2 2"/>`),
    ).toBeGreaterThan(300);
    expect(work(`<mask id="p">${hundred}</mask><g mask="url(#p)">${'<rect/>'.repeat(7)}</g>`)).toBeLessThan(
      200,
    );
  });

  it.each(Object.entries(TOWERS))('is refused in a tower of %s', (_name, inner) => {
    expect(problemsOf(drawing(inner)).map(({ message }) => message)).toContainEqual(
      expect.stringContaining('se répète lui-même'),
    );
  });

  it('does not count what nothing shows', () => {
    expect(work(`<defs>${'<path/>'.repeat(1000)}</defs>`)).toBe(2);
  });
});

describe('the time that reading a drawing takes', () => {
  /** The processor time in microseconds, the least of three runs. */
  const workOf = (text: string) =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const before = process.cpuUsage();
        problemsOf(text);
        const { user, system } = process.cpuUsage(before);
        return user + system;
      }),
    );

  it.each<readonly [name: string, (times: number) => string]>([
    ['names begun again and again', (times) => `<svg ${'<g id="a" '.repeat(times)}`],
    ['groups never closed', (times) => `<svg xmlns="${SVG}">${'<g id="a" id="'.repeat(times)}`],
    [
      'attributes',
      (times) => drawing(`<g ${Array.from({ length: times }, (_, id) => `a${id}=""`).join(' ')}/>`),
    ],
    [
      'prefixes',
      (times) => drawing(`<g ${Array.from({ length: times }, (_, id) => `xmlns:a${id}="b"`).join(' ')}/>`),
    ],
    [
      'prefixes of brothers',
      (times) =>
        drawing(
          '<g xmlns:a="b"/>'.repeat(times),
          ` ${Array.from({ length: times }, (_, id) => `xmlns:a${id}="b"`).join(' ')}`,
        ),
    ],
    ['addresses of a style', (times) => drawing(`<style>a{fill:${'url(#a) '.repeat(times)}}</style>`)],
    ['addresses left open', (times) => drawing(`<style>a{fill:${'url( '.repeat(times)}}</style>`)],
    ['comments left open', (times) => drawing(`<style>${'/*'.repeat(times)}</style>`)],
    ['one long name', (times) => drawing(`<style>${'abc-'.repeat(times)}</style>`)],
    [
      'selectors',
      (times) => drawing(`<style>${'.a,'.repeat(times)}b{${'fill:url(#a);'.repeat(times)}}</style>`),
    ],
    [
      'copies of many parts',
      (times) => drawing('<g id="a"/>'.repeat(times) + '<use href="#a"/>'.repeat(times)),
    ],
    ['faults', (times) => drawing('<a onload="" href="b" style="\\"/>\n'.repeat(times))],
  ])('grows as its length, however many %s it has', (_name, make) => {
    const small = workOf(make(250));
    const large = workOf(make(8000));
    // The text is 32 times as long: quadratic work would take about 1,000 times as much.
    expect(large / Math.max(small, 1000)).toBeLessThan(250);
  });

  it('visits each part once, however often it is copied', () => {
    const tower = Array.from(
      { length: 12 },
      (_, id) => `<g id="a${id + 1}"><use href="#a${id}"/><use href="#a${id}"/></g>`,
    );
    const root = parseDrawing(drawing(`<defs><path id="a0"/>${tower.join('')}</defs><use href="#a12"/>`));
    let visits = 0;
    const watch = (element: DrawnElement): DrawnElement => {
      const children = element.children.map(watch);
      return Object.defineProperty({ ...element }, 'children', {
        get: () => {
          visits += 1;
          return children;
        },
      });
    };
    drawingWork(watch(root));
    expect(visits).toBeLessThan(4 * 40);
  });
});
