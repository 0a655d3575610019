import { optimize } from 'svgo';

/**
 * Prepares a magazine's mark to be inserted in pages: no size of its own, no inline style (which the content security
 * policy forbids), and identifiers that clash with none of the page. `currentColor` takes the ink of the theme.
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
