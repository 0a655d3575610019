/** Nodes inside which a sentence goes on. */
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

/** Whether an element holds code, which typography leaves as it is. */
export const isCode = ({ name }: Element): boolean => name === 'code' || name === 'kbd';

/** Whether an element is in another language than French (RGAA 8.7). */
export function isForeign({ attributes = [] }: Element): boolean {
  const language = attributes.find(({ name }) => name === 'lang')?.value;
  return typeof language === 'string' && !/^fr(?:-|$)/iu.test(language);
}
