import type { Field } from '@sveltia/cms';
import type { FieldSchema } from '#model/json-schemas.ts';
import type { Reference } from '#model/schema-fields.ts';

/** The name of the form field of a focal point, which `browser-editor.ts` registers. */
export const FOCAL_POINT_FIELD = 'focal-point';

/** In characters: a field for longer texts has several lines. */
const ONE_LINE = 120;

/** The collection that each kind of reference chooses from, and the value that is written to the file. */
const REFERENCES = {
  accents: {
    collection: '_singletons',
    file: 'site',
    value_field: 'colours.accents.*.name',
    display_fields: ['colours.accents.*.name'],
  },
  articles: { collection: 'articles', value_field: '{{slug}}', display_fields: ['title'] },
  authors: { collection: 'authors', value_field: '{{slug}}', display_fields: ['name'] },
  categories: { collection: 'categories', value_field: '{{slug}}', display_fields: ['name'] },
  tags: {
    collection: '_singletons',
    file: 'tags',
    value_field: 'tags.*.name',
    display_fields: ['tags.*.name'],
  },
} as const satisfies Readonly<Record<Reference, object>>;

/** Converts a JSON schema of the model to fields of Sveltia, in the same order and with the same labels. */
export function fieldsOf({ properties = {}, required = [] }: FieldSchema): Field[] {
  return Object.entries(properties).map(([name, schema]) => fieldOf(name, schema, required.includes(name)));
}

function fieldOf(name: string, schema: FieldSchema, required: boolean): Field {
  const { title, description } = schema;
  return {
    ...kindOf(schema),
    name,
    label: title ?? name,
    ...(description && { hint: description }),
    required,
  } as Field;
}

function kindOf(schema: FieldSchema): object {
  const { type, items, 'x-kind': kind, 'x-refers-to': reference } = schema;
  if (reference) return { widget: 'relation', ...REFERENCES[reference] };
  // Without a time zone, the form shows the Paris time of the file as it is, wherever the editor is.
  if (kind === 'instant') return { widget: 'datetime', format: 'YYYY-MM-DD HH:mm' };
  if (kind === 'colour') return { widget: 'color' };
  if (kind === 'focal-point') return { ...textOf(schema), widget: FOCAL_POINT_FIELD };
  if (kind === 'picture') return { widget: 'image', choose_url: false };
  if (schema.enum) return { widget: 'select', options: schema.enum, default: schema.default };
  if (type === 'boolean') return { widget: 'boolean', default: schema.default };
  if (type === 'integer') return { widget: 'number', value_type: 'int' };
  if (type === 'object') return { widget: 'object', fields: fieldsOf(schema) };
  if (type === 'array' && items)
    return { ...listOf(items, schema.title), ...bounds(schema.minItems, schema.maxItems) };
  return textOf(schema);
}

function listOf(items: FieldSchema, title = ''): object {
  if (items['x-refers-to'])
    return { widget: 'relation', ...REFERENCES[items['x-refers-to']], multiple: true };
  if (items.properties) return { widget: 'list', fields: fieldsOf(items), collapsed: 'auto' };
  return { widget: 'list', field: { ...textOf(items), name: 'value', label: items.title ?? title } };
}

function textOf({ minLength, maxLength, pattern, patternErrorMessage }: FieldSchema): object {
  return {
    widget: (maxLength ?? 0) > ONE_LINE ? 'text' : 'string',
    use_emoji_autocomplete: false,
    ...(minLength !== undefined && minLength > 1 && { minlength: minLength }),
    ...(maxLength !== undefined && { maxlength: maxLength }),
    ...(pattern !== undefined && { pattern: [pattern, patternErrorMessage] }),
  };
}

function bounds(min?: number, max?: number): object {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}
