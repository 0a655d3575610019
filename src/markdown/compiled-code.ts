import { escapeHtml } from '#lib/html/escape-html.ts';
import { remember } from '#lib/memoize.ts';
import type { BodyNode } from '#model/compiled-body.ts';

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
/** Programs to remember: one serves most articles, and one that calls components serves a single one. */
const MOST_SHAPES = 20;

/** Elements without an end (HTML, « void elements ») that MDX accepts in a sentence. */
const ENDLESS = new Set(['br', 'hr', 'img', 'wbr']);

/**
 * Runs what Sätteri has compiled of an article.
 *
 * @param code in its output format `function-body`, with static parts in `set:html`
 * @param components the names that it may use
 * @returns its parts in order
 */
export function runCompiled(code: string, components: readonly string[]): readonly BodyNode[] {
  const { shape, html } = liftHtml(code);
  const jsx = (type: unknown, props: Props) => make(type, props, html);
  const { default: content } = programOf(shape)({ Fragment: FRAGMENT, jsx, jsxs: jsx });
  const names = components.map((name) => [name, new Name(name)] as const);
  return join(nodesOf(content({ components: { ...Object.fromEntries(names), Fragment: FRAGMENT } })));
}

/**
 * Takes the HTML out of compiled code, where numbers then stand for it: V8 need not read a whole article as a program,
 * and the texts that call no component are one program.
 */
function liftHtml(code: string): { shape: string; html: readonly string[] } {
  const html: string[] = [];
  const shape = code.replace(HTML_IN_CODE, (written, literal: string) => {
    const text = readLiteral(literal);
    if (text === null) return written;
    html.push(text);
    return `"set:html": ${html.length - 1}`;
  });
  return { shape, html };
}

const HTML_IN_CODE = /"set:html": ("[^"\\]*(?:\\.[^"\\]*)*")/gu;

/** What a string of JavaScript says; `null` where it is written as no string of JSON is. */
function readLiteral(literal: string): string | null {
  if (!literal.includes('\\')) return literal.slice(1, -1);
  const json = literal.replace(/\\([\\x])/gu, (escape, sign) => (sign === 'x' ? '\\u00' : escape));
  try {
    return JSON.parse(json) as string;
  } catch {
    return null;
  }
}

// The code is Sätteri's own: the content check has refused whatever an article could run.
const programOf = remember((code) => new Function(code) as Compiled, MOST_SHAPES);

/** The JSX factory: a list of parts instead of a tree. */
function make(
  type: unknown,
  { children, 'set:html': lifted, ...attributes }: Props,
  lifts: readonly string[],
): Made {
  if (typeof type === 'function')
    return new Made(nodesOf((type as (props: Props) => unknown)({ children, ...attributes })));
  const html = typeof lifted === 'number' ? lifts[lifted] : lifted;
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
  return ` ${name}="${String(value).replace(/[&"]/gu, (sign) => (sign === '&' ? '&amp;' : '&quot;'))}"`;
}
