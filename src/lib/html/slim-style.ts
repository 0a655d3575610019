/** What stands for a component in its style, and on each of its elements: see src/integrations/short-scopes.ts. */
const SCOPE = /\bdata-\d\w{3}\b/gu;
/** A rule that holds no other, its selectors apart. */
const RULE = /([^{};]+)\{[^{}]*\}/gu;
const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gu;
const EMPTY_GROUP = /@[^{};]+\{\s*\}/gu;
const ACCENT = /^\s*\[data-accent=["']?(\w+)["']?\]\s*$/u;
/** Commas between selectors, not those inside `:is(a, b)`. */
const BETWEEN_SELECTORS = /,(?![^()]*\))/u;

/**
 * Takes out of a style the rules of components that a page does not hold: Astro gives it those of every component it
 * may hold. Nothing looks different.
 *
 * @param marks the data attributes of the page's elements, as they are written
 * @param draws whether scripts draw from a template in it: any colour may come
 */
export function slimStyle(style: string, marks: ReadonlySet<string>, draws: boolean): string {
  // A brace in a string would mislead the cut.
  if (style.match(STRING)?.some((text) => /[{}]/u.test(text))) return style;
  const isUsed = (selector: string) => {
    const accent = ACCENT.exec(selector)?.[1];
    if (accent) return draws || marks.has(`data-accent="${accent}"`);
    // What cannot be known is used.
    return (selector.match(SCOPE) ?? []).every((scope) => marks.has(scope));
  };
  let slim = style.replace(RULE, (rule: string, selectors: string) =>
    selectors.split(BETWEEN_SELECTORS).some(isUsed) ? rule : '',
  );
  for (let before = ''; before !== slim;) {
    before = slim;
    slim = slim.replace(EMPTY_GROUP, '');
  }
  return slim;
}

/** Of the marks of a page, those that decide which rules it keeps, in an order of their own. */
export function styleMarks(marks: ReadonlySet<string>): string[] {
  return [...marks].filter((mark) => /^data-(?:\d|accent=)/u.test(mark)).sort();
}
