import { parse } from 'yaml';
import { splitArticle } from '#content/files/article-file.ts';
import type { FieldSchema } from '#model/json-schemas.ts';
import { type Data, editYaml } from '#lib/yaml-edit.ts';
import { keepLines } from './preserved-lines.ts';
import { withoutSilent } from './silent-fields.ts';

/** A file as the browser editor holds it: its fields, and its text when it was read. */
export type Entry = Record<string, Data>;

/** The field, shown to nobody, where a file’s own text waits for what will be changed in it. */
export const ORIGINAL = 'original';

/**
 * Reads a file of MDX: its fields, and its text under `body`.
 *
 * @param schema of its fields: the value it gives to a switch that is absent is said, because the form has
 * its own for new files
 */
export function readMdx(text: string, { properties = {} }: FieldSchema): Entry {
  const { fields, body } = cut(text);
  const switches = Object.entries(properties).filter(([, { type }]) => type === 'boolean');
  const implied = Object.fromEntries(switches.map(([name, field]) => [name, field.default as Data]));
  return {
    ...implied,
    ...(parse(fields, { schema: 'core' }) as Entry | null),
    body: body.trim(),
    [ORIGINAL]: text,
  };
}

/**
 * Writes a file of MDX. Of the one that was read, only what changed changes.
 *
 * @param schema of its fields
 * @param isRespelt whether the text comes from the editor with formatting, which spells it its own way
 */
export function writeMdx(
  { body, [ORIGINAL]: original, ...fields }: Entry,
  schema: FieldSchema,
  isRespelt = false,
): string {
  const before = cut(String(original ?? ''));
  const typed = String(body ?? '').trim();
  const text = isRespelt ? keepLines(before.body, typed) : typed;
  const file = [
    '---\n',
    editFields(before.fields, fields, schema),
    '---\n',
    text === before.body.trim() ? before.body : `\n${text}\n`,
  ].join('');
  return String(original ?? '').includes('\r\n') ? file.replaceAll('\n', '\r\n') : file;
}

/**
 * Reads a file of YAML.
 *
 * @param list under what name its items are found, when the file is a list
 */
export function readYaml(text: string, list?: string): Entry {
  const data = parse(text, { schema: 'core' }) as Data;
  return { ...(list === undefined ? (data as Entry) : { [list]: data }), [ORIGINAL]: text };
}

/** Writes a file of YAML. Of the one that was read, only what changed changes. */
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
  return editYaml(text, withoutSilent(fields, schema, before));
}

/** The two parts of a file of MDX; without fields, all of it is its text. */
function cut(text: string): { fields: string; body: string } {
  const source = splitArticle(text);
  if (!source) return { fields: '', body: text };
  const lines = source.frontMatter.split('\n').length + 1;
  return { fields: source.frontMatter, body: source.body.slice(lines) };
}
