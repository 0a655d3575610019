import { describe, expect, test } from 'vitest';
import { slimPage } from '#lib/slim-page.ts';

const HERE = 'data-astro-cid-abcdefgh';
const ELSEWHERE = 'data-astro-cid-zyxwvuts';

function page(style: string, body = `<p ${HERE}>Un mot</p>`): string {
  return `<html><head><style>${style}</style></head><body>${body}</body></html>`;
}

describe('slimPage', () => {
  test('keeps the style of the components that the page holds', () => {
    const whole = page(`p[${HERE}]{color:red}`);
    expect(slimPage(whole)).toBe(whole);
  });

  test('takes out the rules of a component that the page does not hold, and the groups left empty', () => {
    const style = `@layer a{@media print{b[${ELSEWHERE}]:hover{top:0}}}i{left:0}`;
    expect(slimPage(page(style, '<p>Un mot</p>'))).toBe(page('i{left:0}', '<p>Un mot</p>'));
  });

  test('keeps a rule that one of its selectors needs', () => {
    const style = `b[${ELSEWHERE}],:is(i,u){top:0}`;
    expect(slimPage(page(style))).toContain(':is(i,u){top:0}');
  });

  test('takes out the first rule of a style without what comes before it', () => {
    const slim = slimPage(page(`@layer a,b;b[${ELSEWHERE}]{top:0}`));
    expect(slim).toContain('<style>@layer a,b;</style>');
  });

  test('keeps nested rules', () => {
    const style = '.prose{margin:0;&>p{top:0}}';
    expect(slimPage(page(style))).toContain(style);
  });

  test('keeps only the colours of sections that are on the page', () => {
    const style = '[data-accent=bleu]{--accent:blue}[data-accent="ocre"]{--accent:brown}';
    const slim = slimPage(page(style, '<p data-accent="ocre">Un mot</p>'));
    expect(slim).not.toContain('bleu');
    expect(slim).toContain('brown');
  });

  test('keeps every colour where scripts draw from a template', () => {
    const style = '[data-accent=bleu]{--accent:blue}';
    expect(slimPage(page(style, '<template></template>'))).toContain('bleu');
  });

  test('leaves alone a style whose strings hold braces', () => {
    const style = `b[${ELSEWHERE}]{content:"}"}`;
    expect(slimPage(page(style))).toContain('content:"}"');
  });

  test('gives the same page when given its own', () => {
    const once = slimPage(page(`p[${HERE}]{color:red}b[${ELSEWHERE}]{top:0}`));
    expect(slimPage(once)).toBe(once);
  });
});
