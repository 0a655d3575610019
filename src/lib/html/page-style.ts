import { transform } from 'lightningcss';
import { memoize } from '#lib/memoize.ts';

/** The attribute by which Astro ties the elements of a component to its style. */
const SCOPE = /\bdata-astro-cid-(\w+)/gu;
/** In a selector, what a page may lack: the scope of a component, or the colour of a section. */
const CONDITION = /\[data-(?:astro-cid-(\w+)|accent=["']?(\w+)["']?)\]/gu;
/** In a list of attributes, the same. */
const MARK = /^data-(?:astro-cid-(\w+)|accent="(\w+)")$/u;
/** A class that replaces a condition: lightningcss drops the rules of unused classes, not of unused attributes. */
const CLASS = /\.if-(scope|accent)-(\w+)/gu;
const classOf = (scope: string | undefined, accent: string | undefined) =>
  scope === undefined ? `if-accent-${accent}` : `if-scope-${scope}`;

/** Of the data attributes of a page, those that decide which rules it needs, in an order of their own. */
export function styleMarks(attributes: ReadonlySet<string>): string[] {
  return [...attributes].filter((attribute) => MARK.test(attribute)).sort();
}

/**
 * Removes from a style the rules of components, and of the colours of sections, that a page does not hold: Astro gives
 * it those of every component that it may hold.
 *
 * @param marks the `styleMarks` of the page
 * @param keepsAccents whether scripts render from a template in the page: any colour may come
 */
export function slimStyle(style: string, marks: readonly string[], keepsAccents: boolean): string {
  const held = new Set(
    marks.flatMap((mark) => {
      const [, scope, accent] = MARK.exec(mark) ?? [];
      return classOf(scope, accent);
    }),
  );
  const { withClasses, classes } = readStyle(style);
  const unused = classes.filter(
    (name) => !held.has(name) && !(keepsAccents && name.startsWith('if-accent-')),
  );
  return withoutRules([withClasses, ...unused].join('\0'));
}

const readStyle = memoize((style) => {
  const classes = new Set<string>();
  const withClasses = style.replace(CONDITION, (_, scope?: string, accent?: string) => {
    const name = classOf(scope, accent);
    classes.add(name);
    return `.${name}`;
  });
  return { withClasses, classes: [...classes] };
});

const withoutRules = memoize((styleAndUnused) => {
  const [style = '', ...unusedSymbols] = styleAndUnused.split('\0');
  const options = { filename: 'page.css', code: Buffer.from(style), minify: true, unusedSymbols };
  return Buffer.from(transform(options).code)
    .toString()
    .replace(CLASS, (_, kind: string, name: string) =>
      kind === 'accent' ? `[data-accent=${name}]` : `[data-astro-cid-${name}]`,
    );
});

/** Short attributes for the scopes of a page, by Astro's own. */
export type ScopeNames = ReadonlyMap<string, string>;

/**
 * Names the scopes of a page: hundreds of them stand in it. A scope has the same name on every page, but where two of
 * one page would share it: the second keeps Astro's.
 *
 * @param marks the `styleMarks` of the page
 */
export function nameScopes(marks: readonly string[]): ScopeNames {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const mark of marks) {
    const scope = MARK.exec(mark)?.[1];
    if (scope === undefined) continue;
    const name = shortName(scope);
    names.set(mark, taken.has(name) ? mark : name);
    taken.add(name);
  }
  return names;
}

/** Renames the scopes of a page, in its elements or in its style. */
export function shortenScopes(text: string, names: ScopeNames): string {
  return text.replace(SCOPE, (attribute) => names.get(attribute) ?? attribute);
}

const LETTERS = 36 ** 3;

/** A digit, with which no data attribute of ours begins, and three more characters. */
function shortName(scope: string): string {
  const number = parseInt(scope, 36) % (10 * LETTERS);
  return `data-${Math.floor(number / LETTERS)}${(number % LETTERS).toString(36).padStart(3, '0')}`;
}
