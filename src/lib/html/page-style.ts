import { transform } from 'lightningcss';
import type { TagReading } from './html-tags.ts';
import { memoize } from '#lib/memoize.ts';

/** The attribute with which Astro scopes the style of a component. */
const SCOPE_MARK = 'data-astro-cid-';
const SCOPE = /\bdata-astro-cid-(\w+)/gu;
/**
 * In a selector, the attributes that a page may lack: the scope of a component, the colour of a section, the crop of a
 * cover.
 */
const CONDITION = /\[data-(?:astro-cid-(\w+)|(accent|crop)=["']?(\w+)["']?)\]/gu;
/** The same attributes, as `readTags` returns them in `marks`. */
const MARK = /^data-(?:astro-cid-(\w+)|(accent|crop)="(\w+)")$/u;
/**
 * A class that temporarily replaces such an attribute selector: lightningcss removes the rules of unused classes, not
 * of unused attributes.
 */
const STANDIN = /\.if-(scope|accent|crop)-(\w+)/gu;
const classOf = (scope: string | undefined, name: string | undefined, value: string | undefined) =>
  scope === undefined ? `if-${name}-${value}` : `if-scope-${scope}`;

/** In a style: a class. */
const CLASS = /\.(-?[a-z_][\w-]*)/giu;
/** Classes that scripts add to the elements of a page. */
export const ADDED_BY_SCRIPTS: ReadonlySet<string> = new Set(['done', 'fault']);

/** Returns the data attributes and the classes (`.name`) that decide which rules a page needs, sorted. */
export function styleMarks({ marks, classes }: Pick<TagReading, 'marks' | 'classes'>): string[] {
  const names = [...classes].flatMap((value) => value.split(/\s+/u)).filter(Boolean);
  return [
    ...[...marks].filter((attribute) => MARK.test(attribute)),
    ...new Set(names.map((name) => `.${name}`)),
  ].sort();
}

/**
 * Removes the rules of components, classes, section colours and crops that a page does not contain. Astro includes the
 * rules of every component that the page might render. On a page without components, all rules of classes stay, because
 * its own scripts may add these classes.
 *
 * @param marks the `styleMarks` of the page
 * @param isFilledLater whether scripts or services add elements to the page, with any class, colour or crop
 */
export function slimStyle(style: string, marks: readonly string[], isFilledLater: boolean): string {
  const present = new Set(
    marks.map((mark) => {
      const [, scope, name, value] = MARK.exec(mark) ?? [];
      return mark.startsWith('.') ? mark.slice(1) : classOf(scope, name, value);
    }),
  );
  const hasComponents = marks.some((mark) => mark.startsWith(SCOPE_MARK));
  const mayAppear = (name: string) => {
    if (name.startsWith('if-')) return isFilledLater && !name.startsWith('if-scope-');
    return isFilledLater || !hasComponents || ADDED_BY_SCRIPTS.has(name);
  };
  const { withClasses, classes } = readStyle(style);
  const unused = classes.filter((name) => !present.has(name) && !mayAppear(name));
  return withoutRules([withClasses, ...unused].join('\0'));
}

const readStyle = memoize((style) => {
  const withClasses = style.replace(
    CONDITION,
    (_, scope?: string, attribute?: string, value?: string) => `.${classOf(scope, attribute, value)}`,
  );
  const names = Array.from(withClasses.matchAll(CLASS), ([, name = '']) => name);
  return { withClasses, classes: [...new Set(names)] };
});

const withoutRules = memoize((styleAndUnused) => {
  const [style = '', ...unusedSymbols] = styleAndUnused.split('\0');
  const options = { filename: 'page.css', code: Buffer.from(style), minify: true, unusedSymbols };
  return Buffer.from(transform(options).code)
    .toString()
    .replace(STANDIN, (_, kind: string, name: string) =>
      kind === 'scope' ? `[data-astro-cid-${name}]` : `[data-${kind}=${quoted(name)}]`,
    );
});

/** An attribute's value in a selector: one that begins with a digit needs quotes. */
const quoted = (value: string) => (/^\d/u.test(value) ? `"${value}"` : value);

/** The short attribute name that replaces each of Astro's scope attributes. */
export type ScopeNames = ReadonlyMap<string, string>;

/**
 * Chooses short names for the scope attributes of a page, which has hundreds of them. A scope has the same name on
 * every page; when two scopes of a page would share a name, the second keeps Astro's.
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

/** Returns `data-`, a digit and three base-36 characters. No data attribute of this project begins with a digit. */
function shortName(scope: string): string {
  const number = parseInt(scope, 36) % (10 * LETTERS);
  return `data-${Math.floor(number / LETTERS)}${(number % LETTERS).toString(36).padStart(3, '0')}`;
}
