import { defineMdastPlugin } from 'satteri';
import { headingIdAllocator } from '#lib/html/heading-ids.ts';

/** Gives headings ASCII addresses that survive a copy in any program, each its own in the page. */
export function headingIds() {
  const idOf = headingIdAllocator();
  return defineMdastPlugin({
    name: 'heading-ids',
    heading(node, context) {
      const id = idOf(context.textContent(node, { includeImageAlt: false }));
      context.setProperty(node, 'data', { ...node.data, hProperties: { id } });
    },
  });
}
