import { placeOf, type TreeNode, textOf } from '#content/files/mdx-tree.ts';
import { INLINE_NODES, isCode, isForeign } from '#lib/mdx/prose-nodes.ts';
import type { Place } from '#model/problems.ts';
import { type ComponentRule, editorialComponents } from '#model/editorial-components.ts';
import { type FieldText, fieldAt, fieldText, fieldTexts, indexesOf } from './fields.ts';
import type { ContentDocument } from './project.ts';
import type { Fix } from '#content/checks/rule.ts';

/** A piece of French text in a paragraph. */
export interface Stretch {
  text: string;
  place: Place;
  /** Offset in the file; `null` when markup makes the text differ from the file. */
  start: number | null;
}

/**
 * A text that is typeset as a unit: a paragraph, a title, a caption. `null` stands for code, a picture or text in
 * another language.
 */
export interface Run {
  stretches: readonly (Stretch | null)[];
  /** Whether it is the name of a person or a work, which dictionaries do not contain. */
  isName: boolean;
}

const NAMES = new Set(['auteur', 'source', 'credit']);
const RULES: Readonly<Record<string, ComponentRule>> = editorialComponents;

/** Returns all French prose of an article or a page: fields, attributes of components, text. */
export function proseOf(document: ContentDocument): Run[] {
  return [...fieldRuns(document), ...(document.tree ? blockRuns(document.tree, document) : [])];
}

/** Returns the pieces of French text of a document, without names. */
export function stretchesOf(document: ContentDocument): Stretch[] {
  return proseOf(document)
    .filter(({ isName }) => !isName)
    .flatMap(({ stretches }) => stretches.filter((stretch) => stretch !== null));
}

/** Returns the fix for a part of a stretch; `undefined` when its offset in the file is unknown. */
export function fixIn(
  { start }: Stretch,
  index: number,
  length: number,
  replacement: string,
): Fix | undefined {
  return start === null ? undefined : { start: start + index, end: start + index + length, replacement };
}

/** The place of a character in a stretch; the place of the stretch itself when its offset is unknown. */
export function placeIn(document: ContentDocument, { start, place }: Stretch, index: number): Place {
  return start === null ? place : document.source.placeAt(start + index);
}

function fieldRuns(document: ContentDocument): Run[] {
  const run = (field: FieldText | null, isName = false): Run[] =>
    field ? [{ stretches: [field], isName }] : [];
  const at = (...path: PropertyKey[]) => fieldText(document, path);
  const isFrench = (index: number) =>
    [undefined, 'fr'].includes(fieldAt(document, ['sources', index, 'language']) as string | undefined);
  return [
    ...[at('title'), at('description'), at('cover', 'alt'), at('cover', 'caption')].flatMap((field) =>
      run(field),
    ),
    ...run(at('cover', 'credit'), true),
    ...indexesOf(document, 'sources').flatMap((index) => [
      ...(isFrench(index) ? run(at('sources', index, 'title')) : []),
      ...run(at('sources', index, 'publisher'), true),
    ]),
    ...fieldTexts(document, 'corrections', 'text').flatMap((field) => run(field)),
  ];
}

function blockRuns(node: TreeNode, document: ContentDocument): Run[] {
  if (isForeign(node)) return [];
  const children = node.children ?? [];
  const own = [...attributeRuns(node, document), ...alternativeTexts(node)];
  if (children.some(({ type }) => type === 'text' || INLINE_NODES.has(type))) {
    const stretches = children.flatMap((child) => inlineStretches(child, document));
    return [...own, { stretches, isName: false }, ...children.flatMap(alternativeTexts)];
  }
  return [...own, ...children.flatMap((child) => blockRuns(child, document))];
}

function inlineStretches(node: TreeNode, document: ContentDocument): (Stretch | null)[] {
  if (node.type === 'text' && node.position) {
    const { start, end } = node.position;
    const text = textOf(node);
    const offset = start.offset + document.shift;
    const isExact = document.source.text.slice(offset, end.offset + document.shift) === text;
    return [{ text, place: placeOf(node), start: isExact ? offset : null }];
  }
  if (INLINE_NODES.has(node.type) && !isForeign(node) && !isCode(node))
    return (node.children ?? []).flatMap((child) => inlineStretches(child, document));
  return [null];
}

/** The attributes of a component that contain free text. */
function attributeRuns(node: TreeNode, { source, shift }: ContentDocument): Run[] {
  const rules = RULES[node.name ?? '']?.attributes;
  if (!rules || !node.position) return [];
  const { start, end } = node.position;
  const from = start.offset + shift;
  const tag = source.text.slice(from, end.offset + shift);
  return (node.attributes ?? []).flatMap(({ name = '', value }) => {
    const rule = rules[name];
    if (!rule || rule.values || rule.form || typeof value !== 'string') return [];
    const written = new RegExp(`\\s${name}\\s*=\\s*["']`, 'u').exec(tag);
    const at = written ? from + written.index + written[0].length : -1;
    const isExact = at >= 0 && source.text.startsWith(value, at);
    const place = isExact ? source.placeAt(at) : placeOf(node);
    return [{ stretches: [{ text: value, place, start: isExact ? at : null }], isName: NAMES.has(name) }];
  });
}

function alternativeTexts(node: TreeNode): Run[] {
  if (node.type !== 'image' || !node.alt) return [];
  return [{ stretches: [{ text: node.alt, place: placeOf(node), start: null }], isName: false }];
}
