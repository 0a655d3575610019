import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '#model/problems.ts';
import { readYaml, type YamlSource } from '#content/files/yaml-source.ts';
import { readSource } from './source-file.ts';

/** One of the lists or settings that editors write in YAML, as rules read it. */
export interface ListSource {
  file: string;
  fields: YamlSource;
}

/** Reads a list of content/; `null` when it is not there. */
export function readListSource(root: string, name: string): ListSource | null {
  const file = `content/${name}`;
  return existsSync(join(root, file)) ? { file, fields: readYaml(readSource(root, file).text) } : null;
}

/** A text that a list holds, and where. */
export interface ListedText extends Place {
  text: string;
}

/** The texts of a list among fields, right or wrong: its items, or one field of each. */
export function listedTexts(fields: YamlSource, list: readonly PropertyKey[], field?: string): ListedText[] {
  const items = list.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    fields.readable,
  );
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown, index) => {
    const text = field === undefined ? item : (item as Record<string, unknown> | null)?.[field];
    const path = [...list, index, ...(field === undefined ? [] : [field])];
    return typeof text === 'string' ? [{ text, ...fields.placeOfValue(path) }] : [];
  });
}
