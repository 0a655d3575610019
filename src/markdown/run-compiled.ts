import { escapeHtml } from '#lib/html/escape-html.ts';
import type { BodyNode } from '#model/compiled-body.ts';

type Props = Readonly<Record<string, unknown>>;
/** Compiled MDX: a function that takes a JSX runtime; its default export takes the components by name. */
type Program = (runtime: object) => { default: (props: Props) => unknown };

/** Nodes returned by the JSX factory. In children, a string is text, not HTML. */
class Nodes {
  readonly list: readonly BodyNode[];

  constructor(list: readonly BodyNode[]) {
    this.list = list;
  }
}

/** Stands for a component while compiled MDX runs, so that no component is rendered then. */
class ComponentName {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const FRAGMENT = Symbol('fragment');
const VOID_ELEMENTS = new Set(['br', 'hr', 'img', 'wbr']);

/**
 * Runs the JavaScript that Sätteri compiled from an article.
 *
 * @param code in the output format `function-body`, with static parts in `set:html`
 * @param components names that it may use
 */
export function runCompiled(code: string, components: readonly string[]): readonly BodyNode[] {
  // This code comes from Sätteri only: the content check has rejected all code that an article could run.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const program = new Function(code) as Program;
  const { default: content } = program({ Fragment: FRAGMENT, jsx, jsxs: jsx });
  const names = components.map((name) => [name, new ComponentName(name)] as const);
  return join(nodesOf(content({ components: { ...Object.fromEntries(names), Fragment: FRAGMENT } })));
}

/** The JSX factory: returns a list of nodes instead of a tree. */
function jsx(type: unknown, { children, 'set:html': html, ...attributes }: Props): Nodes {
  if (typeof type === 'function')
    return new Nodes(nodesOf((type as (props: Props) => unknown)({ children, ...attributes })));
  const inside = typeof html === 'string' ? [html] : nodesOf(children);
  if (type === FRAGMENT) return new Nodes(inside);
  if (type instanceof ComponentName)
    return new Nodes([{ name: type.name, attributes, children: join(inside) }]);
  const start = `<${String(type)}${Object.entries(attributes).map(writeAttribute).join('')}>`;
  return new Nodes(VOID_ELEMENTS.has(String(type)) ? [start] : [start, ...inside, `</${String(type)}>`]);
}

function nodesOf(value: unknown): readonly BodyNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (value instanceof Nodes) return value.list;
  return value === undefined || value === null || typeof value === 'boolean'
    ? []
    : [escapeHtml(String(value))];
}

/** Joins neighbouring pieces of HTML. */
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
  return ` ${name}="${String(value).replace(/[&"]/gu, (character) => (character === '&' ? '&amp;' : '&quot;'))}"`;
}
