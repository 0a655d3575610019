import type { MDXInstance } from 'astro';
import { type ComponentRule, vocabulary } from '#model/editorial-components.ts';

/** What the vocabulary's page shows of a component. */
export interface VocabularyExample {
  /** `Encadre` ; « Texte » is Markdown alone. */
  name: string;
  rule: ComponentRule | null;
  /** The MDX as an editor writes it. */
  source: string;
  Content: MDXInstance<Record<string, never>>['Content'];
}

const written = import.meta.glob<string>('./examples/*.mdx', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const rendered = import.meta.glob<MDXInstance<Record<string, never>>>('./examples/*.mdx', { eager: true });

/** One example for each component that stands on its own, after one of the text itself. Throws when one is missing. */
export function vocabularyExamples(): VocabularyExample[] {
  const components = Object.entries<ComponentRule>(vocabulary).filter(
    ([, { within }]) => within === undefined,
  );
  return [['Texte', null] as const, ...components].map(([name, rule]) => {
    const path = `./examples/${name}.mdx`;
    const [source, module] = [written[path], rendered[path]];
    if (source === undefined || !module) throw new Error(`src/cms/examples/${name}.mdx is missing`);
    return { name, rule, source: source.trim(), Content: module.Content };
  });
}
