import type { FieldSchema } from '#model/json-schemas.ts';
import type { Data } from '#lib/yaml-edit.ts';

/**
 * Leaves out the fields that say nothing: empty, or left at the value that the model gives them anyway,
 * unless the file said so before. A number that the form holds as text is a number again where the model
 * takes one.
 *
 * @param before what the file held
 */
export function withoutSilent(value: Data, schema: FieldSchema | undefined, before: Data): Data {
  if (Array.isArray(value)) {
    const items = Array.isArray(before) ? before : [];
    return value.map((item: Data, index) => withoutSilent(item, schema?.items, items[index]));
  }
  if (!isRecord(value)) return isAsWritten(value, schema, before) ? before : value;
  const known = isRecord(before) ? before : {};
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, item]) => {
        const field = schema?.properties?.[name];
        return [name, withoutSilent(item, field, known[name]), field?.default] as const;
      })
      .filter(([name, item, byDefault]) => !isEmpty(item) && (item !== byDefault || name in known))
      .map(([name, item]) => [name, item]),
  );
}

/** The form turns all that is not text into text, whether it was touched or not. */
function isAsWritten(value: Data, schema: FieldSchema | undefined, before: Data): boolean {
  if (typeof value !== 'string' || typeof before !== 'number' || value !== String(before)) return false;
  return schema === undefined || [schema.type].flat().some((type) => type === 'number' || type === 'integer');
}

function isRecord(value: Data): value is Record<string, Data> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: Data): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
