import { expect, it } from 'vitest';
import { typesetHtml } from '#lib/html/typeset-html.ts';

it.each([
  ['Le 1er juin, 3 % de CO₂', 'Le 1<sup>er</sup> juin, 3 % de CO<sub>2</sub>'],
  ['Les XIXe et XXIe siècles', 'Les XIX<sup>e</sup> et XXI<sup>e</sup> siècles'],
  ['L’« été » <b> & "fin"', 'L’« été » &lt;b&gt; &amp; &quot;fin&quot;'],
  ['La 2e partie & <i>', 'La 2<sup>e</sup> partie &amp; &lt;i&gt;'],
  ['', ''],
])('writes %s as HTML', (text, html) => {
  expect(typesetHtml(text)).toBe(html);
});
