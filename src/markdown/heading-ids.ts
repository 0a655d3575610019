import { defineMdastPlugin } from 'satteri';
import { slugify } from '#lib/slugs.ts';

/** Gives headings ASCII addresses that survive a copy in any program; a repeated heading gets a number. */
export function headingIds() {
  const slugOf = numberedSlugs();
  return defineMdastPlugin({
    name: 'heading-ids',
    heading(node, context) {
      const id = slugOf(context.textContent(node));
      context.setProperty(node, 'data', { ...node.data, hProperties: { id } });
    },
  });
}

/** The addresses of one text's headings, by their words, in their order. */
export function numberedSlugs(): (text: string) => string {
  const used = new Map<string, number>();
  return (text) => {
    const slug = slugify(text) || 'partie';
    const count = (used.get(slug) ?? 0) + 1;
    used.set(slug, count);
    return count === 1 ? slug : `${slug}-${count}`;
  };
}
