import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import { mdxToJs } from 'satteri';
import { escapeHtml } from '#lib/escape-html.ts';
import { mayBeRaised } from '#lib/typography.ts';
import { PICTURE_COMPONENT } from './body-pictures.ts';
import { markdownOptions } from './options.ts';
import { raisedText } from './raised-text.ts';

/** A part of a compiled text: HTML, or a component that its page draws. */
export type BodyNode = string | BodyComponent;

export interface BodyComponent {
  name: string;
  attributes: Readonly<Record<string, unknown>>;
  children: readonly BodyNode[];
}

export interface BodyHeading {
  depth: number;
  slug: string;
  text: string;
}

export interface CompiledBody {
  nodes: readonly BodyNode[];
  headings: readonly BodyHeading[];
}

/** What compiled MDX is: it takes a factory of nodes, and gives a function of the components by name. */
type Compiled = (factory: object) => { default: (props: Props) => unknown };
type Props = Readonly<Record<string, unknown>>;

/** What the factory makes; a text beside it is not HTML yet. */
class Made {
  readonly nodes: readonly BodyNode[];

  constructor(nodes: readonly BodyNode[]) {
    this.nodes = nodes;
  }
}

/** Stands for a component in compiled MDX. */
class Name {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const FRAGMENT = Symbol('fragment');

/** Elements without an end (HTML, « void elements ») that MDX accepts in a sentence. */
const ENDLESS = new Set(['br', 'hr', 'img', 'wbr']);

/**
 * Compiles the MDX of an article: what never changes to HTML, what a page must draw to components.
 *
 * @param file its path, beside which its pictures stand
 * @param components the names that the text may use
 * @returns its parts in order. Throws Sätteri's error, « line:column: what », where it cannot be read
 */
export async function compileBody(
  source: string,
  file: string,
  components: readonly string[],
): Promise<CompiledBody> {
  const headings: BodyHeading[] = [];
  const astro = { headings, frontmatter: {}, localImagePaths: new Set(''), remoteImagePaths: new Set('') };
  const { code } = await mdxToJs(source, {
    ...markdownOptions,
    hastPlugins: [...pluginsFor(source), satteriHeadingIdsPlugin()],
    data: { astro },
    fileURL: pathToFileURL(resolve(file)),
    outputFormat: 'function-body',
    optimizeStatic: { component: 'Fragment', prop: 'set:html' },
    elementAttributeNameCase: 'html',
  });
  // The code is Sätteri's own: the content check has refused whatever an article could run.
  const compiled = new Function(code) as Compiled;
  const { default: content } = compiled({ Fragment: FRAGMENT, jsx: make, jsxs: make });
  const names = [...components, PICTURE_COMPONENT].map((name) => [name, new Name(name)] as const);
  const nodes = content({ components: { ...Object.fromEntries(names), Fragment: FRAGMENT } });
  return { nodes: join(nodesOf(nodes)), headings: astro.headings };
}

/** Most texts need nothing raised or lowered, for which all their words would be looked at. */
function pluginsFor(source: string) {
  const { hastPlugins } = markdownOptions;
  return mayBeRaised(source) ? hastPlugins : hastPlugins.filter((plugin) => plugin !== raisedText);
}

/** The JSX factory: a list of parts instead of a tree. */
function make(type: unknown, { children, 'set:html': html, ...attributes }: Props): Made {
  if (typeof type === 'function')
    return new Made(nodesOf((type as (props: Props) => unknown)({ children, ...attributes })));
  const inside = typeof html === 'string' ? [html] : nodesOf(children);
  if (type === FRAGMENT) return new Made(inside);
  if (type instanceof Name) return new Made([{ name: type.name, attributes, children: join(inside) }]);
  const start = `<${String(type)}${Object.entries(attributes).map(writeAttribute).join('')}>`;
  return new Made(ENDLESS.has(String(type)) ? [start] : [start, ...inside, `</${String(type)}>`]);
}

function nodesOf(value: unknown): readonly BodyNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (value instanceof Made) return value.nodes;
  return value === undefined || value === null || typeof value === 'boolean'
    ? []
    : [escapeHtml(String(value))];
}

/** HTML that follows HTML is one piece of it. */
function join(nodes: readonly BodyNode[]): readonly BodyNode[] {
  const joined: BodyNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (typeof node === 'string' && typeof last === 'string') joined[joined.length - 1] = last + node;
    else joined.push(node);
  }
  return joined;
}

function writeAttribute([name, value]: [string, unknown]): string {
  if (value === false || value === undefined || value === null) return '';
  if (value === true || value === '') return ` ${name}`;
  const text = typeof value === 'object' ? writeStyle(value) : String(value);
  return ` ${name}="${text.replace(/[&"]/gu, (sign) => (sign === '&' ? '&amp;' : '&quot;'))}"`;
}

/** The alignment of a table's cell. */
function writeStyle(style: object): string {
  return Object.entries(style)
    .map(([name, value]) => `${name.replace(/[A-Z]/gu, (sign) => `-${sign.toLowerCase()}`)}:${String(value)}`)
    .join(';');
}
