/** Inline nodes: a sentence continues inside them. */
export const INLINE_NODES: ReadonlySet<string> = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'mdxJsxTextElement',
]);

interface Element {
  name?: string | null;
  attributes?: readonly { name?: string; value?: unknown }[];
}

/** Whether an element contains code, which typography must not change. */
export const isCode = ({ name }: Element): boolean => name === 'code' || name === 'kbd';

/** Whether an element is in a language other than French (RGAA 8.7). */
export function isForeign({ attributes = [] }: Element): boolean {
  const language = attributes.find(({ name }) => name === 'lang')?.value;
  return typeof language === 'string' && !/^fr(?:-|$)/iu.test(language);
}
