/** A label cut in two: what is shown, and what only assistive technology still says. */
export interface ShortLabel {
  shown: string;
  /** Empty when the label is short enough; else it begins with a space. */
  rest: string;
}

/**
 * Cuts a long label at a word.
 *
 * @param limit most signs to show
 */
export function shorten(text: string, limit: number): ShortLabel {
  if (text.length <= limit) return { shown: text, rest: '' };
  const space = text.lastIndexOf(' ', limit);
  // A sign beyond the basic plane takes two units: never cut between them.
  const whole = /[\uD800-\uDBFF]/u.test(text.charAt(limit - 1)) ? limit - 1 : limit;
  const end = space > 0 ? space : whole;
  return { shown: text.slice(0, end).replace(/[\s,.;:–-]+$/u, ''), rest: text.slice(end) };
}
