import { valueAt } from '#content/files/yaml-source.ts';
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
