import type { Place } from '#model/problems.ts';
import type { ContentDocument } from './project.ts';

/** A text among the fields of an article or a page. */
export interface FieldText {
  /** Its path, `cover.alt`, for messages. */
  name: string;
  text: string;
  place: Place;
  /** Where the file says exactly this text; `null` when quotation or line breaks change it. */
  start: number | null;
}

/** The value at a path among the fields, right or wrong. */
export function fieldAt(document: ContentDocument, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    document.fields.data,
  );
}

/** The text at a path among the fields; `null` when there is none. */
export function fieldText(document: ContentDocument, path: readonly PropertyKey[]): FieldText | null {
  const text = fieldAt(document, path);
  if (typeof text !== 'string' || text.trim() === '') return null;
  const { source } = document;
  const place = document.fields.placeOfValue(path);
  const value = source.offsetAt(place);
  const opening = /["']/u.test(source.text[value] ?? '') ? 1 : 0;
  const start = value + opening;
  return { name: path.join('.'), text, place, start: source.text.startsWith(text, start) ? start : null };
}

/** How many items a list among the fields has; 0 when it is no list. */
export function countItems(document: ContentDocument, name: string): number {
  const list = fieldAt(document, [name]);
  return Array.isArray(list) ? list.length : 0;
}
