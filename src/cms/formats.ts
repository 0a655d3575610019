import { parse } from 'yaml';
import { splitArticle } from '#content/files/article-file.ts';
import type { FieldSchema } from '#model/json-schemas.ts';
import { type Data, editYaml } from '#lib/yaml-edit.ts';
import { preserveLines } from './preserve-lines.ts';
import { omitRedundantFields } from './redundant-fields.ts';

/** A file in Sveltia: its fields, and its original text. */
export type Entry = Record<string, Data>;

/** The hidden field with the original text of the file. Only changed values are replaced in that text. */
export const ORIGINAL = 'original';

/**
 * Reads the fields of an MDX file, with the text as `body`.
 *
 * @param schema of the fields. A missing boolean gets the default of the schema, because the form would set its own
 * default, which is for new files
 */
export function readMdx(text: string, { properties = {} }: FieldSchema): Entry {
  const { fields, body } = splitFile(text);
  const booleans = Object.entries(properties).filter(([, { type }]) => type === 'boolean');
  const defaults = Object.fromEntries(booleans.map(([name, field]) => [name, field.default as Data]));
  return {
    ...defaults,
    ...(parse(fields, { schema: 'core' }) as Entry | null),
    body: body.trim(),
    [ORIGINAL]: text,
  };
}

/**
 * Writes an MDX file. Unchanged values and lines stay as they were.
 *
 * @param schema of the fields
 * @param isRichText whether the text comes from the rich text editor, which changes the Markdown syntax
 */
export function writeMdx(
  { body, [ORIGINAL]: original, ...fields }: Entry,
  schema: FieldSchema,
  isRichText = false,
): string {
  const before = splitFile(String(original ?? ''));
  const typed = String(body ?? '').trim();
  const text = isRichText ? preserveLines(before.body, typed) : typed;
  const file = [
    '---\n',
    editFields(before.fields, fields, schema),
    '---\n',
    text === before.body.trim() ? before.body : `\n${text}\n`,
  ].join('');
  return String(original ?? '').includes('\r\n') ? file.replaceAll('\n', '\r\n') : file;
}

/**
 * Reads the fields of a YAML file.
 *
 * @param list when the file is a list, the name of the field for its items
 */
export function readYaml(text: string, list?: string): Entry {
  const data = parse(text, { schema: 'core' }) as Data;
  return { ...(list === undefined ? (data as Entry) : { [list]: data }), [ORIGINAL]: text };
}

/** Writes a YAML file. Unchanged values stay as they were. */
export function writeYaml(
  { [ORIGINAL]: original, ...fields }: Entry,
  schema: FieldSchema,
  list?: string,
): string {
  return editFields(String(original ?? ''), list === undefined ? fields : (fields[list] ?? []), schema);
}

function editFields(source: string, fields: Data, schema: FieldSchema): string {
  const text = source && !source.endsWith('\n') ? `${source}\n` : source;
  const before = parse(text, { schema: 'core' }) as Data;
  return editYaml(text, omitRedundantFields(fields, schema, before));
}

/** Splits an MDX file, whose front matter may be missing. */
function splitFile(text: string): { fields: string; body: string } {
  const source = splitArticle(text);
  if (!source) return { fields: '', body: text };
  const lines = source.frontMatter.split('\n').length + 1;
  return { fields: source.frontMatter, body: source.body.slice(lines) };
}
