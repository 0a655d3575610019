const parts = new Map<string, string | Promise<string>>();

/** The HTML of parts that a build has drawn, by their names. */
export const drawnParts = {
  /** At once when it is drawn: Astro keeps aside all that follows a promise in a page, at twice the price. */
  get(name: string, draw: () => Promise<string>): string | Promise<string> {
    const known = parts.get(name);
    if (known !== undefined) return known;
    const drawing = draw().then((html) => {
      parts.set(name, html);
      return html;
    });
    parts.set(name, drawing);
    return drawing;
  },
};
