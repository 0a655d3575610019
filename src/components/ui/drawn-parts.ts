const parts = new Map<string, Promise<string>>();

/** The HTML of parts that a build has drawn, by their names. */
export const drawnParts = {
  get(name: string, draw: () => Promise<string>): Promise<string> {
    const known = parts.get(name);
    if (known) return known;
    const drawn = draw();
    parts.set(name, drawn);
    return drawn;
  },
};
