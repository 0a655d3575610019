import { defineMdastPlugin } from 'satteri';
import { slugify } from '#lib/slugs.ts';

/** Gives headings ASCII addresses that survive a copy in any program; a repeated heading gets a number. */
export function headingIds() {
  const used = new Map<string, number>();
  return defineMdastPlugin({
    name: 'heading-ids',
    heading(node, context) {
      const slug = slugify(context.textContent(node)) || 'partie';
      const count = (used.get(slug) ?? 0) + 1;
      used.set(slug, count);
      const id = count === 1 ? slug : `${slug}-${count}`;
      context.setProperty(node, 'data', { ...node.data, hProperties: { id } });
    },
  });
}
