import { describe, expect, it } from 'vitest';
import { attributesOf, openingTags } from '#lib/html-tags.ts';

const names = (html: string) => openingTags(html).map(({ name }) => name);

describe('opening tags', () => {
  it('are found in order, with their places', () => {
    const html = '<p class="a">Un <b>mot</b><br/></p>';
    const tags = openingTags(html);
    expect(tags.map(({ tag }) => tag)).toEqual(['<p class="a">', '<b>', '<br/>']);
    for (const { tag, start } of tags) expect(html.slice(start, start + tag.length)).toBe(tag);
  });

  it('hold signs in quotes that would end them', () => {
    expect(openingTags(`<a title="1 > 0" alt='<b>'><i>`).map(({ tag }) => tag)).toEqual([
      `<a title="1 > 0" alt='<b>'>`,
      '<i>',
    ]);
  });

  it('are not looked for in comments, scripts, styles, titles and text areas', () => {
    const html =
      '<!-- <a> --><script>if (a<b) "<i>"</script><style>/* <b> */</style><title><p></title><textarea><u></textarea><em>';
    expect(names(html)).toEqual(['script', 'style', 'title', 'textarea', 'em']);
    expect(openingTags(html)[0]).toMatchObject({ text: 'if (a<b) "<i>"' });
  });

  it('end with the page when nothing closes them', () => {
    expect(openingTags('<script>a()')).toMatchObject([{ text: 'a()', end: 11 }]);
    expect(names('<!-- <a>')).toEqual([]);
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
