import { decodePercent } from '#lib/decode-percent.ts';
import { readStyle, type StyleReference } from './drawing-style.ts';
import { type DrawnElement, DrawingFault, valueOf } from './drawing-tree.ts';

/** The maximum cost of a drawing, in simple shapes: the magazine's richest drawing costs 1,200. */
const MAX_WORK = 40_000;
/** Maximum depth of elements and references: drawing programs chain at most five references. */
const MAX_STEPS = 400;

/** Cost of effects that process every pixel, in simple shapes, measured with librsvg at the width of a page. */
const COSTS: Readonly<Record<string, number>> = {
  feTurbulence: 2000,
  feGaussianBlur: 500,
  feMorphology: 500,
  feDropShadow: 500,
  feConvolveMatrix: 500,
  feDiffuseLighting: 500,
  feSpecularLighting: 500,
  image: 50,
};
const COST_OF_OTHER_EFFECTS = 50;
/** Cost of rendering a group to a separate layer, in simple shapes. */
const COST_OF_GROUP = 20;
/** Cost of rendering a single shape to a separate layer. */
const COST_OF_SHAPE = 2;
const LAYER = /(?:^|;)\s*(?:opacity|mix-blend-mode|isolation|stroke-dasharray)\s*:\s*(?<value>[^;]*)/gu;
const LAYERS = ['opacity', 'mix-blend-mode', 'isolation', 'stroke-dasharray'];
const NO_LAYER = /^\s*(?:none|normal|auto|0|1(?:\.0*)?|100%)?\s*$/u;

/** Elements that are drawn only where they are referenced. */
const UNSEEN = new Set(
  'defs symbol pattern marker clipPath mask filter linearGradient radialGradient meshgradient hatch title desc metadata style'.split(
    ' ',
  ),
);
/** Elements whose `href` copies its target. */
const COPYING = new Set(
  'use pattern linearGradient radialGradient filter textPath tref feImage mpath meshgradient hatch'.split(
    ' ',
  ),
);
/** A reference in these properties applies once to a whole element. In others, it applies to each shape inside. */
const OF_ELEMENT = new Set(['filter', 'mask', 'clip-path', 'mask-image']);

/** The cost of drawing a part, copies included. */
interface Work {
  cost: number;
  shapes: number;
  /** Vertices of lines, each of which may have a marker. */
  corners: number;
}

/** The fault of a drawing that refers to itself or takes too long to draw. */
const endless = ({ offset }: DrawnElement) =>
  new DrawingFault(
    offset,
    'Ce dessin se répète lui-même, ou ses motifs et ses effets demandent trop de calcul',
    'Écrivez ses formes une à une, aplatissez ses effets, ou exportez-le en PNG de 2 400 pixels de large',
  );

/**
 * Computes the cost of a drawing with its copies, patterns, masks and effects, visiting each part once.
 *
 * @throws DrawingFault when the drawing refers to itself or costs more than the maximum
 */
export function drawingWork(root: DrawnElement): number {
  const { byId, bySelector } = indexDrawing(root);
  const known = new Map<DrawnElement, Work | 'begun'>();
  let pairs = 0;

  const named = new Map<string, Work>();
  const targets = (to: string, steps: number): Work => {
    const found = named.get(to);
    if (found) return found;
    const ids = new Set([to, ...(to.includes('%') ? [decodePercent(to)] : [])]);
    const work = [...ids]
      .flatMap((id) => byId.get(id) ?? [])
      .reduce((sum, element) => add(sum, workOf(element, steps + 1)), NOTHING);
    named.set(to, work);
    return work;
  };

  const workOf = (element: DrawnElement, steps: number): Work => {
    const found = known.get(element);
    if (found === 'begun' || steps > MAX_STEPS) throw endless(element);
    if (found) return found;
    known.set(element, 'begun');
    let work = ownWork(element);
    for (const child of element.children) {
      work = add(work, UNSEEN.has(child.local) ? ONE : workOf(child, steps + 1));
      if (work.cost > MAX_WORK) throw endless(child);
    }
    for (const to of copied(element)) work = add(work, targets(to, steps));
    for (const { to, property } of referencesOf(element, bySelector)) {
      if ((pairs += 1) > MAX_WORK) throw endless(element);
      const { cost } = targets(to, steps);
      const times = property.startsWith('marker') ? work.corners : work.shapes;
      const more = OF_ELEMENT.has(property) ? cost + COST_OF_GROUP : cost * Math.max(1, times);
      work = { ...work, cost: work.cost + more };
    }
    if (work.cost > MAX_WORK) throw endless(element);
    known.set(element, work);
    return work;
  };
  return workOf(root, 0).cost;
}

const ONE: Work = { cost: 1, shapes: 0, corners: 0 };
const NOTHING: Work = { cost: 0, shapes: 0, corners: 0 };
const add = (a: Work, b: Work): Work => ({
  cost: a.cost + b.cost,
  shapes: a.shapes + b.shapes,
  corners: a.corners + b.corners,
});

function ownWork({ local, children, attributes }: DrawnElement): Work {
  const isEffect = local.startsWith('fe') && !/^fe(?:Func|MergeNode|.*Light$)/u.test(local);
  const effect = COSTS[local] ?? (isEffect ? COST_OF_OTHER_EFFECTS : 1);
  const layers = attributes.flatMap(({ name, value }) => {
    if (name === 'style') return [...value.matchAll(LAYER)].map(({ groups }) => groups?.['value'] ?? '');
    return LAYERS.includes(name) ? value : [];
  });
  const isShape = children.length === 0 || local === 'text';
  const layer = isShape ? COST_OF_SHAPE : COST_OF_GROUP;
  const line = attributes.find(({ name }) => name === 'd' || name === 'points')?.value ?? '';
  const corners = line === '' ? 2 : Math.ceil((line.match(/[\d.]+|[a-z]/giu)?.length ?? 0) / 2);
  return {
    cost: effect + layer * layers.filter((value) => !NO_LAYER.test(value)).length,
    shapes: isShape ? 1 : 0,
    corners: isShape ? corners : 0,
  };
}

/** Returns the ids that an element copies. */
function copied({ local, attributes }: DrawnElement): string[] {
  if (!COPYING.has(local)) return [];
  return attributes
    .filter((attribute) => attribute.local === 'href' && attribute.value.trim().startsWith('#'))
    .map(({ value }) => value.trim().slice(1));
}

interface Index {
  byId: ReadonlyMap<string, DrawnElement[]>;
  /** References of style sheets, by the last class, id or element of their selectors; « * » matches all shapes. */
  bySelector: ReadonlyMap<string, StyleReference[]>;
}

function indexDrawing(root: DrawnElement): Index {
  const byId = new Map<string, DrawnElement[]>();
  const bySelector = new Map<string, StyleReference[]>();
  let given = 0;
  const index = (element: DrawnElement): void => {
    for (const { local, value } of element.attributes) if (local === 'id') push(byId, value, element);
    const references = element.local === 'style' ? readStyle(element.text).references : [];
    for (const reference of references)
      for (const key of keysOf(reference.selector)) {
        if ((given += 1) > MAX_WORK) throw endless(element);
        push(bySelector, key, reference);
      }
    element.children.forEach(index);
  };
  index(root);
  return { byId, bySelector };
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/**
 * For each selector of a list, returns a class, id or element name that all matching shapes have: « .a » for « g .a ».
 */
function keysOf(selector: string): string[] {
  return selector.split(',', MAX_WORK).map((part) => {
    const last =
      part
        .trim()
        .split(/[\s>+~]/u)
        .at(-1) ?? '';
    return /[:[\]()\\]/u.test(last) ? '*' : (/[.#][^.#]+$/u.exec(last)?.[0] ?? (last || '*'));
  });
}

function referencesOf(element: DrawnElement, bySelector: Index['bySelector']): StyleReference[] {
  const classes = new Set(valueOf(element, 'class').split(/\s+/u));
  const keys = ['*', element.local, `#${valueOf(element, 'id')}`, ...[...classes].map((name) => `.${name}`)];
  const own = element.attributes.flatMap(({ name, value }) =>
    /url/iu.test(value) ? readStyle(value, name === 'style' ? undefined : name).references : [],
  );
  return [...own, ...keys.flatMap((key) => bySelector.get(key) ?? [])];
}
