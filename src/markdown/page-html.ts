import { defineHastPlugin } from 'satteri';

/** Classes that replace the inline styles of Markdown's table cells, which the Content Security Policy blocks. */
const ALIGNMENTS: Readonly<Record<string, string>> = {
  'text-align: left': 'at-start',
  'text-align: center': 'at-center',
  'text-align: right': 'at-end',
};

/**
 * Adapts the HTML of Markdown: alignment by classes, tables and code that scroll and can receive keyboard focus, and
 * task states as characters.
 */
export const pageHtml = defineHastPlugin({
  name: 'page-html',
  element: {
    filter: ['table', 'th', 'td', 'pre', 'input'],
    visit(node, context) {
      const { tagName, properties } = node;
      if (tagName === 'table')
        context.wrapNode(node, {
          type: 'element',
          tagName: 'div',
          properties: { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Tableau' },
          children: [],
        });
      else if (tagName === 'pre') context.setProperty(node, 'tabIndex', 0);
      else if (tagName === 'input')
        context.replaceNode(node, { type: 'text', value: properties['checked'] ? '☑' : '☐' });
      else if (typeof properties['style'] === 'string') {
        const alignment = ALIGNMENTS[properties['style']];
        context.setProperty(node, 'style', null);
        if (alignment) context.setProperty(node, 'className', [alignment]);
      }
    },
  },
});
