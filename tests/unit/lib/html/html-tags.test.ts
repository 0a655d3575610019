import { describe, expect, it } from 'vitest';
import { attributesOf, readTags } from '#lib/html/html-tags.ts';

const ALL = new Set(['a', 'b', 'br', 'em', 'i', 'p', 'script', 'style', 'textarea', 'title', 'u']);
const tagsIn = (html: string) => readTags(html, ALL).tags;
const names = (html: string) => tagsIn(html).map(({ name }) => name);
const marks = (html: string) => [...readTags(html, ALL).marks];

describe('opening tags', () => {
  it('are found in order, with their places', () => {
    const html = '<p class="a">Un <B>mot</B><br/></p>';
    const tags = tagsIn(html);
    expect(tags.map(({ tag }) => tag)).toEqual(['<p class="a">', '<B>', '<br/>']);
    expect(names(html)).toEqual(['p', 'b', 'br']);
    for (const { tag, start } of tags) expect(html.slice(start, start + tag.length)).toBe(tag);
  });

  it('are those of the names asked for', () => {
    expect(readTags('<p><b><section></b></p>', new Set(['b'])).tags.map(({ name }) => name)).toEqual(['b']);
  });

  it('hold characters in quotes that would end them', () => {
    expect(tagsIn(`<a title="1 > 0" alt='<b>'><i>`).map(({ tag }) => tag)).toEqual([
      `<a title="1 > 0" alt='<b>'>`,
      '<i>',
    ]);
  });

  it('are not ended by quotes that quote no value', () => {
    expect(names(`<p class=l'ete><b a"b><i title = "1 > 0"><u>`)).toEqual(['p', 'b', 'i', 'u']);
  });

  it.each(['<!-- <a> -->', '<!-->', '<!--->', '<!-- <a> --!>'])(
    'are found after the comment %s',
    (comment) => {
      expect(names(`${comment}<b>`)).toEqual(['b']);
    },
  );

  it('are not looked for in comments, scripts, styles, titles and text areas', () => {
    const html =
      '<!doctype html><!-- <a> --><script>if (a<b) "<i>"</script><style>/* <b> */</style><title><p></title><textarea><u></textarea ><em>';
    expect(names(html)).toEqual(['script', 'style', 'title', 'textarea', 'em']);
    expect(tagsIn(html)[0]).toMatchObject({ text: 'if (a<b) "<i>"' });
    expect(readTags(html, new Set(['em', 'i', 'u'])).tags.map(({ name }) => name)).toEqual(['em']);
  });

  it('are not seen in a « < » of the text', () => {
    expect(names('1 < 2 <3 </p> <b>')).toEqual(['b']);
  });

  it('end with the page when nothing closes them', () => {
    expect(tagsIn('<script>a()')).toMatchObject([{ text: 'a()', end: 11 }]);
    expect(names('<!-- <a>')).toEqual([]);
    expect(tagsIn('<a title="')).toMatchObject([{ tag: '<a title="', end: 10 }]);
  });
});

describe('classes', () => {
  it('are noted as they are written, once, also after attributes that look like them', () => {
    const html =
      '<p class="a b"><b data-class="c" title=\'class="d"\' class="e"><i class="a b"><!-- class="f" -->class="g"';
    expect([...readTags(html, ALL).classes]).toEqual(['a b', 'e']);
  });
});

describe('data attributes', () => {
  it('are noted as they are written, once', () => {
    expect(marks('<p data-7abc class="data-no"><b data-7abc data-accent="ocre"></b><i\ndata-on>')).toEqual([
      'data-7abc',
      'data-accent="ocre"',
      'data-on',
    ]);
  });

  it('are noted without what is longer than a word', () => {
    expect(marks(`<a data-labels="${'mot '.repeat(9)}" data-7abc>`)).toEqual(['data-labels', 'data-7abc']);
  });

  it('are not looked for in values, texts and closing tags', () => {
    expect(marks('<a title=" data-1abc" alt=\' data-2abc\'> data-3abc </a data-4abc>')).toEqual([]);
  });
});

describe('attributes of a tag', () => {
  it('are read however they are quoted, or not', () => {
    const attributes = attributesOf(`<form method="post" action='/a?b=c' novalidate data-x=1>`);
    expect([...attributes]).toEqual([
      ['method', 'post'],
      ['action', '/a?b=c'],
      ['novalidate', ''],
      ['data-x', '1'],
    ]);
  });

  it('are none where a value looks like one', () => {
    expect([...attributesOf('<img alt="a src=b">').keys()]).toEqual(['alt']);
  });
});
