/**
 * Cuts a long label at a word, with an ellipsis.
 *
 * @param limit most signs to keep, ellipsis not counted
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit + 1);
  const end = cut.search(/\s\S*$/u);
  const kept = (end > 0 ? cut.slice(0, end) : text.slice(0, limit)).replace(/[\s,.;:–-]+$/u, '');
  return `${kept}…`;
}
