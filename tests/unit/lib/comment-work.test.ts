import { describe, expect, it } from 'vitest';
import { submissionSchema } from '#model/comment-schema.ts';
import { inspectCommentText, renderCommentText } from '#lib/comments/comment-text.ts';
import { inertText } from '#lib/html/inert-text.ts';

const LENGTH = 4_000;
/** Each character with a meaning in Markdown, French typography, HTML or a terminal, and a few without one. */
const CHARACTERS = [
  ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ \n\t«»’“…\u00A0\u202F',
  ...'aA1é\u0301\u200D\u001B\u009B\u009D',
];
/** Longer sequences that begin nested or unterminated constructs. */
const STARTS = [
  '> - ',
  '1. ',
  '- a\n',
  '](',
  '![a](',
  '<a ',
  '<!--',
  '<![CDATA[',
  'www.',
  'a@b.',
  'http://',
  '&amp;',
];
const STARTS_OF_BLOCKS = [
  '[a]: b\n',
  '| a |\n',
  'a\n|-|\n',
  'a\n=\n',
  '``` \n',
  '    a\n',
  '*a_',
  '**a',
  '~~a',
  'a\n\n',
];
const PIECES = [
  ...CHARACTERS,
  ...CHARACTERS.flatMap((first) => CHARACTERS.map((second) => first + second)),
  ...STARTS,
  ...STARTS_OF_BLOCKS,
];

/** Shorter texts for Markdown. The work of typography has its own test, and is done block by block here. */
const MARKDOWN = [...'!#&*+-.1:<=>[]`_|~( \na'];
const MARKDOWN_PIECES = [
  ...CHARACTERS,
  ...MARKDOWN.flatMap((first) => MARKDOWN.map((second) => first + second)),
  ...STARTS,
  ...STARTS_OF_BLOCKS,
];

const textOf = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** The shortest time of a few runs, which other work on the machine disturbs least. */
function costOf(work: () => unknown, runs: number): number {
  const costs = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...costs);
}

const PROSE = textOf('L’eau que l’on boit, dit-on, vient de loin. ', LENGTH);
/** Maximum cost relative to prose. Each mark may create a node, so up to a hundred times the cost is no fault. */
const MAX_TIMES_PROSE = 100;
/**
 * Maximum growth of the cost for a text four times as long: linear work costs 4 times as much, quadratic work 16 times.
 */
const MAX_GROWTH = 10;

/** Returns the texts whose cost grows faster than their length. Only relative times on this machine are compared. */
function costly(work: (text: string) => unknown, pieces: readonly string[]): string[] {
  work(PROSE);
  const prose = costOf(() => work(PROSE), 5);
  return pieces.filter((piece) => {
    const [whole, quarter] = [textOf(piece, LENGTH), textOf(piece, LENGTH / 4)];
    const isHeavy = (runs: number) => costOf(() => work(whole), runs) > MAX_TIMES_PROSE * prose;
    // Measured up to three times, because a pause of the machine may have slowed the first run.
    return [1, 3, 6].every(
      (runs) =>
        isHeavy(runs) && costOf(() => work(whole), runs) > MAX_GROWTH * costOf(() => work(quarter), runs),
    );
  });
}

describe('no text of a reader costs much more than prose of its length', () => {
  it('to be cleaned', () => {
    expect(costly((text) => submissionSchema.shape.text.safeParse(text), PIECES)).toEqual([]);
  });

  it('to have its links counted', () => {
    expect(costly(inspectCommentText, PIECES)).toEqual([]);
  });

  it('to be shown by a terminal', () => {
    expect(costly(inertText, PIECES)).toEqual([]);
  });

  it('to be rendered', () => {
    expect(costly(renderCommentText, MARKDOWN_PIECES)).toEqual([]);
  });
});
