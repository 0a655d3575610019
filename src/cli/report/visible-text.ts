/** Elements whose text is not displayed. */
const HIDDEN = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head']);
const BLOCKS = new Set(
  (
    'address article aside blockquote body button caption dd details div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol option p pre section summary table ' +
    'tbody td tfoot th thead tr ul'
  ).split(' '),
);
const SPACES = /[^\S\u00A0\u202F]+/gu;

/** The displayed text of an element, one line a block. */
export function visibleText(root: Element): string[] {
  const lines: string[] = [];
  let line = '';
  const close = () => {
    const words = line.replace(SPACES, ' ').trim();
    if (words) lines.push(words);
    line = '';
  };
  const walk = (element: Element) => {
    const name = element.localName;
    if (HIDDEN.has(name)) return;
    const isBlock = BLOCKS.has(name) || name === 'br';
    if (isBlock) close();
    for (const child of element.childNodes) {
      if (child.nodeType === 3) line += child.textContent ?? '';
      else if (child.nodeType === 1) walk(child as Element);
    }
    if (isBlock) close();
    // Adjacent labels are separated by CSS alone.
    else if (name === 'span') line += ' ';
  };
  walk(root);
  close();
  return lines;
}
