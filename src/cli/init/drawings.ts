import type { DrawingTones } from './colours.ts';

/** A function that draws a picture of the sample articles (SVG), in the colours of the magazine. */
type Draw = (tones: DrawingTones) => string;

const rect = (x: number, y: number, width: number, height: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"${more}/>`;

function svg(width: number, height: number, ground: string, ...shapes: string[]): string {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  return `${[head, rect(0, 0, width, height, ground), ...shapes, '</svg>'].join('\n')}\n`;
}

/** Bars that represent lines of text; the last one is shorter. */
const lines = (x: number, y: number, width: number, count: number, fill: string) =>
  Array.from({ length: count }, (_, line) =>
    rect(x, y + line * 42, line === count - 1 ? width * 0.6 : width, 14, fill, ' rx="7"'),
  ).join('');

/** An article and its parts: a headline, a lead, a picture, two columns. */
export const drawArticle: Draw = ({ ground, paper, ink, pale, colour }) =>
  svg(
    1600,
    900,
    ground,
    rect(340, 70, 920, 900, paper, ' rx="18"'),
    rect(420, 140, 160, 22, colour, ' rx="11"'),
    rect(420, 195, 760, 54, ink, ' rx="10"'),
    rect(420, 270, 520, 54, ink, ' rx="10"'),
    lines(420, 365, 760, 2, pale),
    rect(420, 470, 760, 190, pale, ' rx="10"'),
    `<circle cx="1060" cy="540" r="38" fill="${paper}"/>`,
    `<path d="M420 660l190-120 130 76 110-60 130 104z" fill="${colour}"/>`,
    lines(420, 705, 355, 5, ink),
    lines(825, 705, 355, 5, ink),
  );

const landscape = ({ pale, colour, ink, paper }: DrawingTones) =>
  [
    `<circle cx="1090" cy="350" r="105" fill="${paper}"/>`,
    `<path d="M0 620q260-210 520-110t460-40 620 60v370H0z" fill="${pale}"/>`,
    `<path d="M0 740q330-130 640-40t520-70 440 20v250H0z" fill="${colour}"/>`,
    `<path d="M0 850q420-70 800-20t800-40v110H0z" fill="${ink}"/>`,
  ].join('');

/** A landscape between the corners of a frame. */
export const drawLandscape: Draw = (tones) =>
  svg(
    1600,
    900,
    tones.ground,
    landscape(tones),
    `<g fill="none" stroke="${tones.ink}" stroke-width="16"><path d="M120 260V120h140M1340 120h140v140M1480 640v140h-140M260 780H120V640"/></g>`,
  );

/** The landscape with a cross on its focus, and cropped to a square around it. */
export const drawCrop: Draw = (tones) =>
  svg(
    1600,
    640,
    tones.paper,
    `<svg x="20" y="20" width="920" height="600" viewBox="120 0 1380 900">${rect(0, 0, 1600, 900, tones.ground)}${landscape(tones)}<path d="M1090 300v100M1040 350h100" stroke="${tones.ink}" stroke-width="14"/></svg>`,
    `<svg x="980" y="20" width="600" height="600" viewBox="790 100 600 600">${rect(0, 0, 1600, 900, tones.ground)}${landscape(tones)}</svg>`,
  );

/** A strip of torn paper with three lines. */
export const drawBrief: Draw = ({ ground, paper, ink, colour }) =>
  svg(
    1600,
    900,
    ground,
    `<path d="M180 250h1240l-26 40 26 44-22 46 22 44-26 42 26 46-22 48 22 70H180l24-66-24-46 26-44-26-46 22-44-22-46 26-44z" fill="${paper}"/>`,
    rect(300, 345, 800, 44, colour, ' rx="10"'),
    rect(300, 435, 1000, 26, ink, ' rx="13"'),
    rect(300, 500, 640, 26, ink, ' rx="13"'),
  );
