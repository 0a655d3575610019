/** Inline nodes: a sentence continues inside them. */
export const INLINE_NODES: ReadonlySet<string> = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'mdxJsxTextElement',
]);

/** Whether an element contains code, which typography must not change. */
export const isCode = (node: object): boolean =>
  'name' in node && (node.name === 'code' || node.name === 'kbd');

/** Whether an element is in a language other than French (RGAA 8.7). */
export function isForeign(node: object): boolean {
  const { attributes } = node as { attributes?: readonly { name?: string; value?: unknown }[] };
  const language = attributes?.find(({ name }) => name === 'lang')?.value;
  return typeof language === 'string' && !/^fr(?:-|$)/iu.test(language);
}
