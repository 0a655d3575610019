import type { MDXInstance } from 'astro';
import { type ComponentRule, editorialComponents } from '#model/editorial-components.ts';

/** The example of a component, both as source and rendered. */
export interface ComponentExample {
  /** For example `Encadre`, or « Texte » for Markdown. */
  name: string;
  rule: ComponentRule | null;
  /** The source, in MDX. */
  source: string;
  Content: MDXInstance<Record<string, never>>['Content'];
}

const sources = import.meta.glob<string>('./examples/*.mdx', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const rendered = import.meta.glob<MDXInstance<Record<string, never>>>('./examples/*.mdx', { eager: true });

/** Lists an example of Markdown, then one of each component that is not part of another. @throws when one is missing */
export function componentExamples(): ComponentExample[] {
  const components = Object.entries<ComponentRule>(editorialComponents).filter(
    ([, { within }]) => within === undefined,
  );
  return [['Texte', null] as const, ...components].map(([name, rule]) => {
    const path = `./examples/${name}.mdx`;
    const [source, module] = [sources[path], rendered[path]];
    if (source === undefined || !module) throw new Error(`src/cms/examples/${name}.mdx is missing`);
    return { name, rule, source: source.trim(), Content: module.Content };
  });
}
