import { describe, expect, test } from 'vitest';
import { slimStyle, styleMarks } from '#lib/html/slim-style.ts';

const HERE = 'data-1abc';
const ELSEWHERE = 'data-2xyz';

const slim = (style: string, marks = [HERE], draws = false) => slimStyle(style, new Set(marks), draws);

describe('a slim style', () => {
  test('keeps the rules of the components that the page holds', () => {
    const style = `p[${HERE}]{color:red}`;
    expect(slim(style)).toBe(style);
  });

  test('loses those of a component that the page does not hold, and the groups left empty', () => {
    expect(slim(`@layer a{@media print{b[${ELSEWHERE}]:hover{top:0}}}i{left:0}`)).toBe('i{left:0}');
  });

  test('keeps a rule that one of its selectors needs', () => {
    expect(slim(`b[${ELSEWHERE}],:is(i,u){top:0}`)).toContain(':is(i,u){top:0}');
  });

  test('keeps what comes before its first rule', () => {
    expect(slim(`@layer a,b;b[${ELSEWHERE}]{top:0}`)).toBe('@layer a,b;');
  });

  test('keeps nested rules', () => {
    const style = '.prose{margin:0;&>p{top:0}}';
    expect(slim(style)).toBe(style);
  });

  test('keeps only the colours of sections that are on the page', () => {
    const style = '[data-accent=bleu]{--accent:blue}[data-accent="ocre"]{--accent:brown}';
    expect(slim(style, ['data-accent="ocre"'])).toBe('[data-accent="ocre"]{--accent:brown}');
  });

  test('keeps every colour where scripts draw from a template', () => {
    const style = '[data-accent=bleu]{--accent:blue}';
    expect(slim(style, [], true)).toBe(style);
  });

  test('stays as it was when its strings hold braces', () => {
    const style = `b[${ELSEWHERE}]{content:"}"}`;
    expect(slim(style)).toBe(style);
  });

  test('is the same when it is slimmed again', () => {
    const once = slim(`p[${HERE}]{color:red}b[${ELSEWHERE}]{top:0}`);
    expect(slim(once)).toBe(once);
  });
});

test('what a style keeps is decided by scopes and colours alone, in any order', () => {
  const marks = ['data-state', 'data-2xyz', 'data-accent="ocre"', 'data-1abc'];
  expect(styleMarks(new Set(marks))).toEqual(['data-1abc', 'data-2xyz', 'data-accent="ocre"']);
});
