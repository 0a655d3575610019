import type { Node } from '@takumi-rs/core';
import { CARD_HEIGHT, CARD_WIDTH, type CardLook, type CardSubject } from '#model/social-card.ts';
import type { HeadlineRoom, SetHeadline } from './headline-lines.ts';
import { fontsOf, type PackagedFont } from '#lib/packaged-fonts.ts';
import { segmentText } from '#lib/typography/segments.ts';

type Style = NonNullable<Node['style']>;

/** Position of the cover: beside the text, or under it when the headline is long. */
export type Arrangement = 'beside' | 'under' | 'alone';

const MARGIN = 56;
const BESIDE_WIDTH = 500;
/** In pixels. */
export const MARK_HEIGHT = 56;
/** Diameter of the dot, in pixels. */
const DOT = 660;
const LINE_HEIGHT = 1.02;
const HEADLINE: Style = { fontWeight: 800, letterSpacing: '-0.035em' };

/** The space for a headline in each arrangement, in pixels. */
export const ROOMS: Readonly<Record<Arrangement, HeadlineRoom>> = {
  beside: room(CARD_WIDTH - BESIDE_WIDTH - MARGIN - 36, 364, 96),
  under: room(CARD_WIDTH - 2 * MARGIN, 196, 72),
  alone: room(720, 300, 132),
};

function room(width: number, height: number, maxSize: number): HeadlineRoom {
  return { width, height, maxSize, lineHeight: LINE_HEIGHT, maxLines: 4 };
}

/** The size of the cover, in pixels. */
export function coverSize(arrangement: Arrangement, { size, lines }: SetHeadline) {
  if (arrangement === 'beside') return { width: BESIDE_WIDTH, height: CARD_HEIGHT };
  const text = MARGIN + 56 + 34 + Math.ceil(size * LINE_HEIGHT * lines.length) + 40;
  return { width: CARD_WIDTH, height: CARD_HEIGHT - text };
}

/** Lays out words side by side in a font of 100 pixels, to measure their widths. */
export function measuredWords(words: readonly string[], look: CardLook): Node {
  return box(
    words.map((word) => line(word, 100, look)),
    { width: 100_000, alignItems: 'flex-start' },
  );
}

/**
 * Lays out a card: paper, wordmark, label, headline, and the cover or a large dot.
 *
 * @param markWidth in pixels, at the height `MARK_HEIGHT`; `null` when the magazine has no logo
 */
export function layOut(
  { wordmark, label, lead, accent, look }: CardSubject,
  headline: SetHeadline,
  arrangement: Arrangement,
  markWidth: number | null,
): Node {
  const colour = accent ?? look.dot;
  const masthead = wordmark ? [markWidth ? drawnMark(markWidth) : signature(wordmark, 50, look)] : [];
  const kicker = label ? [mark(label, colour, look)] : [];
  const lines = box(
    headline.lines.map((text) => line(text, headline.size, look)),
    // Optical margin alignment: large capitals have white space on their left.
    { flexDirection: 'column', marginLeft: -Math.round(headline.size * 0.04) },
  );
  const page: Style = { width: CARD_WIDTH, height: CARD_HEIGHT, backgroundColor: look.paper };

  if (arrangement === 'under') {
    const { height } = coverSize(arrangement, headline);
    const top = box([...masthead, ...kicker], { justifyContent: 'space-between', alignItems: 'center' });
    const text: Style = { flexDirection: 'column', gap: 34, padding: `${MARGIN - 6}px ${MARGIN}px 0` };
    return box([box([top, lines], text), cover({ width: CARD_WIDTH, height })], {
      ...page,
      flexDirection: 'column',
      justifyContent: 'space-between',
    });
  }
  const under = lead ? [paragraph(lead, look)] : [];
  const foot = box([...kicker, lines, ...under], { flexDirection: 'column', gap: 22 });
  const column = box([...masthead, foot], {
    flexDirection: 'column',
    justifyContent: wordmark ? 'space-between' : 'center',
    height: CARD_HEIGHT,
    padding: `${MARGIN - 6}px 0 ${MARGIN - 2}px ${MARGIN}px`,
    flexGrow: 1,
  });
  const beside =
    arrangement === 'beside' ? cover({ width: BESIDE_WIDTH, height: CARD_HEIGHT }) : dot(colour, look.paper);
  return box([column, beside], page);
}

/** The name of a font family in CSS, quoted because a name with a digit needs quotes. */
const quoted = ({ family }: PackagedFont) => `"${family}"`;

const headlineStyle = ({ fonts }: CardLook): Style => ({
  ...HEADLINE,
  fontFamily: quoted(fontsOf(fonts).titles),
});

function box(children: Node[], style: Style): Node {
  return { type: 'container', children, style: { display: 'flex', flexShrink: 0, ...style } };
}

/** A line of a headline, with its superscripts and subscripts. */
function line(text: string, size: number, look: CardLook): Node {
  const style: Style = {
    ...headlineStyle(look),
    fontSize: size,
    lineHeight: LINE_HEIGHT,
    color: look.ink,
    whiteSpace: 'pre',
  };
  const shift = { plain: {}, superscript: { top: -0.36 * size }, subscript: { top: 0.12 * size } };
  return box(
    segmentText(text).map(({ text: part, position }) => ({
      type: 'text',
      text: part,
      style:
        position === 'plain'
          ? style
          : { ...style, ...shift[position], fontSize: 0.62 * size, position: 'relative' },
    })),
    { alignItems: 'baseline' },
  );
}

/** The magazine's logo. */
function drawnMark(width: number): Node {
  return { type: 'image', src: 'mark', style: { width, height: MARK_HEIGHT } };
}

function signature(name: string, size: number, look: CardLook): Node {
  const { ink, dot: colour } = look;
  const text: Style = {
    ...headlineStyle(look),
    letterSpacing: '-0.045em',
    fontSize: size,
    lineHeight: 1,
    color: ink,
  };
  const side = Math.round(size * 0.32);
  const point: Style = { width: side, height: side, borderRadius: side, backgroundColor: colour };
  return box(
    [
      { type: 'text', text: name, style: text },
      box([], { ...point, margin: `${size * 0.535}px 0 0 ${size * 0.05}px` }),
    ],
    {},
  );
}

function mark(label: string, colour: string, look: CardLook): Node {
  const text: Style = {
    ...headlineStyle(look),
    fontWeight: 700,
    letterSpacing: '-0.01em',
    fontSize: 32,
    color: colour,
  };
  return box(
    [
      box([], { width: 40, height: 16, borderRadius: 8, backgroundColor: colour }),
      { type: 'text', text: label, style: text },
    ],
    { alignItems: 'center', gap: 16 },
  );
}

function paragraph(text: string, look: CardLook): Node {
  const style: Style = {
    fontFamily: quoted(fontsOf(look.fonts).text),
    fontSize: 35,
    lineHeight: 1.3,
    color: look.lead,
    maxWidth: 700,
    textWrap: 'balance',
  };
  return { type: 'text', text, style };
}

/** The full stop of the wordmark as a large disc, clipped by the right edge, that fades into halftone dots. */
function dot(colour: string, paper: string): Node {
  const place: Style = { width: DOT, height: DOT, position: 'absolute', top: 96, left: CARD_WIDTH - 410 };
  return { type: 'image', src: new TextEncoder().encode(halftoneDisc(colour, paper)), style: place };
}

function halftoneDisc(colour: string, paper: string): string {
  const step = 22;
  const rows = Math.ceil(DOT / step);
  const points = Array.from({ length: rows * rows }, (_, index) => {
    const row = Math.floor(index / rows);
    const shift = row % 2 === 0 ? 0 : step / 2;
    const radius = (step * 0.62 * Math.max(0, row - rows * 0.3)) / rows;
    return `<circle cx="${(index % rows) * step + shift}" cy="${row * step}" r="${radius.toFixed(1)}"/>`;
  });
  const half = DOT / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${DOT} ${DOT}"><circle cx="${half}" cy="${half}" r="${half}" fill="${colour}"/><g fill="${paper}">${points.join('')}</g></svg>`;
}

function cover(size: { width: number; height: number }): Node {
  return { type: 'image', src: 'cover', style: size };
}
