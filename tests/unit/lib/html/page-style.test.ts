import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { ADDED_BY_SCRIPTS, nameScopes, shortenScopes, slimStyle, styleMarks } from '#lib/html/page-style.ts';
import { filesBelow } from '#storage/files-below.ts';

const HERE = 'data-astro-cid-abcd1234';
const ELSEWHERE = 'data-astro-cid-wxyz5678';

/** The classes of the page. */
const CLASSES = ['.a', '.b', '.x', '.prose'];
const slim = (style: string, marks = [HERE, ...CLASSES], isFilledLater = false) =>
  slimStyle(style, marks, isFilledLater);

describe('the style of a page', () => {
  it.each([
    ['of a component that the page holds', `p[${HERE}]{color:red}`],
    ['that one of its selectors needs', `b[${ELSEWHERE}],:is(i,u){top:0}`],
    ['of the absence of another component', `.x[${HERE}]:not([${ELSEWHERE}]){top:0}`],
    ['of one component or another', `:is(.a[${ELSEWHERE}],.b[${HERE}]) p{top:0}`],
    ['of an element that holds one of several', `.a[${HERE}]:has(.b,[${ELSEWHERE}]){top:0}`],
    ['of the absence of a class', '.a:not(.absent){top:0}'],
    ['of a class that scripts add', '.done.a{top:0}'],
    ['nested in another', '.prose{margin:0;&>p{top:0}}'],
    ['with braces in its strings', `p[${HERE}]{content:"}{"}`],
  ])('keeps a rule %s', (_, style) => {
    expect(slim(style)).toBe(style);
  });

  it.each([
    ['of a component that the page does not hold', `b[${ELSEWHERE}]:hover{top:0}`],
    ['of its descendants', `b[${ELSEWHERE}] .a{top:0}`],
    ['of a class that the page does not hold', '.absent p{top:0}'],
    ['of an element with two classes, one of which is absent', '.a.absent{top:0}'],
    ['that only such components can match', `:is(b[${ELSEWHERE}]) p{top:0}`],
    ['with braces in its strings', `b[${ELSEWHERE}]{content:"}{"}`],
    ['in a group, and the group', `@media print{b[${ELSEWHERE}]{top:0}}`],
  ])('loses a rule %s', (_, style) => {
    expect(slim(`${style}i{left:0}`)).toBe('i{left:0}');
  });

  it('loses a rule nested in one that it keeps', () => {
    expect(slim(`.x{top:0;&[${ELSEWHERE}]{left:0}}`)).toBe('.x{top:0}');
  });

  it('keeps every class where scripts or services add elements, and where there is no component', () => {
    expect(slim('.absent{top:0}', [HERE], true)).toBe('.absent{top:0}');
    expect(slim('.absent{top:0}', ['.a'])).toBe('.absent{top:0}');
  });

  it('keeps the classes that scripts add, whichever they are', () => {
    const scripts = ['components', 'comments/form', 'offline', 'search'].flatMap((room) =>
      filesBelow(join('src', room)).map((path) => readFileSync(join('src', room, path), 'utf8')),
    );
    const added = scripts.flatMap((text) =>
      Array.from(text.matchAll(/(?:className = |classList\.\w+\()'([\w-]+)'/gu), ([, name]) => name),
    );
    expect(new Set(added)).toEqual(ADDED_BY_SCRIPTS);
  });

  it('keeps the order of its layers, also of those left empty', () => {
    expect(slim(`@layer a,b;@layer c{b[${ELSEWHERE}]{top:0}}i{left:0}`)).toBe('@layer a,b,c;i{left:0}');
  });

  it('keeps only the colours of sections that are on the page', () => {
    const style = '[data-accent=bleu]{--accent:blue}[data-accent="ocre"]{--accent:brown}';
    expect(slim(style, ['data-accent="ocre"'])).toBe('[data-accent=ocre]{--accent:brown}');
  });

  it('keeps only the crops of covers that are on the page', () => {
    const style = '[data-crop="0"]{top:0}[data-crop="30"]{top:1px}';
    expect(slim(style, ['data-crop="30"'])).toBe('[data-crop="30"]{top:1px}');
    expect(slim(style, [], true)).toBe(style);
  });

  it('keeps every colour where scripts render from a template', () => {
    const style = '[data-accent=bleu]{--accent:blue}';
    expect(slim(style, [], true)).toBe(style);
  });

  it('is the same when it is slimmed again', () => {
    const once = slim(`p[${HERE}]{color:red}b[${ELSEWHERE}]{top:0}`);
    expect(slim(once)).toBe(once);
  });
});

test('classes, scopes and colours alone decide what a style keeps, in any order', () => {
  const marks = new Set(['data-state', ELSEWHERE, 'data-accent="ocre"', HERE]);
  const held = styleMarks({ marks, classes: new Set(['b a', ' a c']) });
  expect(held).toEqual(['.a', '.b', '.c', 'data-accent="ocre"', HERE, ELSEWHERE]);
});

describe('the scopes of a page', () => {
  const names = nameScopes([HERE, ELSEWHERE]);

  it('have short names, the same in its elements and its style', () => {
    const short = names.get(HERE) ?? '';
    expect(short).toMatch(/^data-\d[a-z\d]{3}$/u);
    expect(shortenScopes(`<p ${HERE}>`, names)).toBe(`<p ${short}>`);
    expect(shortenScopes(`p[${HERE}]{top:0}`, names)).toBe(`p[${short}]{top:0}`);
  });

  it('have the same names on every page', () => {
    expect(nameScopes([HERE]).get(HERE)).toBe(names.get(HERE));
  });

  it('keep their own where another of the page has the short one', () => {
    const rival = `data-astro-cid-${(parseInt('abcd1234', 36) + 10 * 36 ** 3).toString(36)}`;
    const both = nameScopes([HERE, rival]);
    expect(both.get(HERE)).toBe(names.get(HERE));
    expect(both.get(rival)).toBe(rival);
  });
});
