import type { FieldSchema } from '#model/json-schemas.ts';
import type { Data } from '#lib/yaml-edit.ts';

/**
 * Omits empty fields, except lists that are also empty in the file. Omits fields with their default value, except those
 * that are in the file. The form turns numbers into strings, so an unchanged number is converted back.
 *
 * @param before the value in the file
 */
export function omitRedundantFields(value: Data, schema: FieldSchema | undefined, before: Data): Data {
  if (Array.isArray(value)) {
    const items: readonly Data[] = Array.isArray(before) ? before : [];
    return value.map((item: Data, index) => omitRedundantFields(item, schema?.items, items[index]));
  }
  if (!isRecord(value)) return isSameNumber(value, schema, before) ? before : value;
  const old = isRecord(before) ? before : {};
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, item]) => {
        const field = schema?.properties?.[name];
        return [name, omitRedundantFields(item, field, old[name]), field?.default] as const;
      })
      .filter(([name, item, byDefault]) =>
        isEmpty(item) ? isEmptyList(item) && isEmptyList(old[name]) : item !== byDefault || name in old,
      )
      .map(([name, item]) => [name, item]),
  );
}

function isSameNumber(value: Data, schema: FieldSchema | undefined, before: Data): boolean {
  if (typeof value !== 'string' || typeof before !== 'number' || value !== String(before)) return false;
  return schema === undefined || [schema.type].flat().some((type) => type === 'number' || type === 'integer');
}

function isRecord(value: Data): value is Record<string, Data> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmptyList(value: Data): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isEmpty(value: Data): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
