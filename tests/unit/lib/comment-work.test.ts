import { describe, expect, it } from 'vitest';
import { submissionSchema } from '#model/comment-schema.ts';
import { inspectCommentText, renderCommentText } from '#lib/comments/comment-text.ts';
import { inertText } from '#lib/html/inert-text.ts';

const LENGTH = 4_000;
/** Each character that Markdown, French typography, HTML or a terminal gives a meaning to, and a few that none does. */
const CHARACTERS = [
  ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ \n\t«»’“…\u00A0\u202F',
  ...'aA1é\u0301\u200D\u001B\u009B\u009D',
];
/** Longer starts of what may nest, or never end. */
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

/** Typography has its own proof: here its work is done block by block. */
const MARKDOWN = [...'!#&*+-.1:<=>[]`_|~( \na'];
const MARKDOWN_PIECES = [
  ...CHARACTERS,
  ...MARKDOWN.flatMap((first) => MARKDOWN.map((second) => first + second)),
  ...STARTS,
  ...STARTS_OF_BLOCKS,
];

const textOf = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** The time that is least disturbed by other work: the best of a few runs. */
function costOf(work: () => unknown, runs: number): number {
  const costs = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...costs);
}

const PROSE = textOf('L’eau que l’on boit, dit-on, vient de loin. ', LENGTH);
/** Each mark may make a node, which a sentence does not: a hundred times its work is no sign of a fault yet. */
const MOST_TIMES_PROSE = 100;
/** A text four times as long costs four times as much; with the square of its length, sixteen times. */
const MOST_GROWTH = 10;

/** The texts whose cost grows faster than they do. Only proportions of this machine's own work are compared. */
function costly(work: (text: string) => unknown, pieces: readonly string[]): string[] {
  work(PROSE);
  const prose = costOf(() => work(PROSE), 5);
  return pieces.filter((piece) => {
    const [whole, quarter] = [textOf(piece, LENGTH), textOf(piece, LENGTH / 4)];
    const isHeavy = (runs: number) => costOf(() => work(whole), runs) > MOST_TIMES_PROSE * prose;
    // A second and a third look, for what a pause of the machine may have slowed.
    return [1, 3, 6].every(
      (runs) =>
        isHeavy(runs) && costOf(() => work(whole), runs) > MOST_GROWTH * costOf(() => work(quarter), runs),
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
