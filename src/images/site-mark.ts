import { optimize } from 'svgo';

/**
 * Prepares a magazine's logo for insertion in pages: no size of its own, no inline style (which the content security
 * policy forbids), and no id that may clash with those of the page. Its `currentColor` becomes the text colour of the
 * theme.
 */
export function inlineMark(svg: string): string {
  return optimize(svg, {
    multipass: true,
    plugins: [
      { name: 'preset-default', params: { overrides: { inlineStyles: { onlyMatchedOnce: false } } } },
      'convertStyleToAttrs',
      'removeDimensions',
      'removeXMLNS',
      { name: 'prefixIds', params: { prefix: 'logo', delim: '-' } },
      { name: 'addAttributesToSVGElement', params: { attributes: [{ 'aria-hidden': 'true' }] } },
    ],
  }).data;
}
