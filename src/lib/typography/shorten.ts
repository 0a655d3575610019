/** A shortened label: the visible part, and the rest, for assistive technology only. */
export interface ShortLabel {
  shown: string;
  /** Empty when the label is short enough. */
  rest: string;
}

/**
 * Shortens a label at a word boundary.
 *
 * @param limit maximum number of characters shown
 */
export function shorten(text: string, limit: number): ShortLabel {
  if (text.length <= limit) return { shown: text, rest: '' };
  const space = text.lastIndexOf(' ', limit);
  // Never split a surrogate pair.
  const whole = /[\uD800-\uDBFF]/u.test(text.charAt(limit - 1)) ? limit - 1 : limit;
  const end = space > 0 ? space : whole;
  return { shown: text.slice(0, end).replace(/[\s,.;:–-]+$/u, ''), rest: text.slice(end) };
}
