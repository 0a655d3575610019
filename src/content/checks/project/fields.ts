import { valueAt, type YamlSource } from '#content/files/yaml-source.ts';
import type { Place } from '#model/problems.ts';
import type { ContentDocument } from './project.ts';

/** A text in the fields of an article or a page. */
export interface FieldText {
  text: string;
  place: Place;
  /** Offset in the file's text; `null` when quotes or line breaks make the value differ from the file. */
  start: number | null;
}

/** The value at a path of the fields, valid or not. */
export function fieldAt({ fields }: ContentDocument, path: readonly PropertyKey[]): unknown {
  return valueAt(fields.data, path);
}

/** The text at a path of the fields; `null` when there is none. */
export function fieldText(document: ContentDocument, path: readonly PropertyKey[]): FieldText | null {
  const text = fieldAt(document, path);
  if (typeof text !== 'string' || text.trim() === '') return null;
  const { source } = document;
  const place = document.fields.placeOfValue(path);
  const value = source.offsetAt(place);
  const opening = /["']/u.test(source.text[value] ?? '') ? 1 : 0;
  const start = value + opening;
  return { text, place, start: source.text.startsWith(text, start) ? start : null };
}

/** The texts of a list in the fields: its items, or one field of each item. */
export function fieldTexts(document: ContentDocument, list: string, ...field: PropertyKey[]): FieldText[] {
  return indexesOf(document, list).flatMap((index) => fieldText(document, [list, index, ...field]) ?? []);
}

/** The indexes of a list in the fields; none when there is no list. */
export function indexesOf(document: ContentDocument, name: string): number[] {
  const list = fieldAt(document, [name]);
  return Array.isArray(list) ? [...list.keys()] : [];
}

/** A text in a YAML file, and its place. */
export interface ListedText extends Place {
  text: string;
}

/**
 * The text at a path, or the texts of the list there: its items, or one field of each item. The file may have faults.
 */
export function listedTexts(source: YamlSource, path: readonly PropertyKey[], field?: string): ListedText[] {
  const found = valueAt(source.readable, path);
  const paths = Array.isArray(found)
    ? [...found.keys()].map((index) => [...path, index, ...(field === undefined ? [] : [field])])
    : [path];
  return paths.flatMap((at) => {
    const text = valueAt(source.readable, at);
    return typeof text === 'string' ? [{ text, ...source.placeOfValue(at) }] : [];
  });
}
