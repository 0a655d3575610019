import { defineMdastPlugin } from 'satteri';
import { headingIdAllocator } from '#lib/html/heading-ids.ts';

/** Gives headings unique ASCII ids, whose links survive copying in any program. */
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
