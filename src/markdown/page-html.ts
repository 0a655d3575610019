import { defineHastPlugin } from 'satteri';

/** The class of a table's cell, by the inline style that Markdown gives it: the content policy refuses such styles. */
const ALIGNMENTS: Readonly<Record<string, string>> = {
  'text-align: left': 'at-start',
  'text-align: center': 'at-center',
  'text-align: right': 'at-end',
};

/**
 * Makes of Markdown's HTML what a page can hold: alignment by a class, tables and code that scroll by themselves and can
 * be reached with the keyboard, the state of a task as a character.
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
