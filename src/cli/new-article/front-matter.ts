import { stringify } from 'yaml';
import type { z } from 'astro/zod';
import { articleFileSchema } from '#model/schema.ts';
import { strings } from '#strings/site.ts';

/** What is known of an article when it begins. */
export interface NewArticle {
  title: string;
  description: string;
  /** `2024-06-21` */
  publishedAt: string;
  category: string;
  tags: string[];
  authors: string[];
  cover: { src: string; alt: string; caption: string; credit: string };
  draft: boolean;
}

type Shape = Readonly<Record<string, z.ZodType>>;

/** The whole file of a new article: each field under what the model says of it, then the place of the text. */
export function composeArticle({ draft, ...fields }: NewArticle): string {
  const values: Readonly<Record<string, unknown>> = draft ? { ...fields, draft } : fields;
  const shape: Shape = articleFileSchema.shape;
  const written = Object.keys(shape).filter((name) => name in values);
  const left = Object.keys(shape).filter((name) => !(name in values));
  return [
    '---',
    ...written.flatMap((name) => composeField(name, values[name], shape[name], '')),
    `# ${strings.newArticle.optionalFields}`,
    ...left.map((name) => `#   ${name} : ${describe(shape[name])}${listNested(shape[name])}`),
    '---',
    '',
    strings.newArticle.body,
    '',
  ].join('\n');
}

function composeField(name: string, value: unknown, schema: z.ZodType | undefined, indent: string): string[] {
  const comment = `${indent}# ${describe(schema)}`;
  if (Array.isArray(value))
    return [comment, `${indent}${name}:`, ...value.map((item) => `${indent}  - ${scalar(item)}`)];
  if (typeof value !== 'object' || value === null) return [comment, `${indent}${name}: ${scalar(value)}`];
  const shape = shapeOf(schema);
  return [
    comment,
    `${indent}${name}:`,
    ...Object.entries(value).flatMap(([key, item]) => composeField(key, item, shape[key], `${indent}  `)),
  ];
}

function describe(schema: z.ZodType | undefined): string {
  return schema?.description ?? '';
}

function shapeOf(schema: z.ZodType | undefined): Shape {
  return (schema as { shape?: Shape } | undefined)?.shape ?? {};
}

/** « (date, text) » for a list whose items have fields of their own. */
function listNested(schema: z.ZodType | undefined): string {
  const names = Object.keys(shapeOf(itemOf(schema)));
  return names.length > 0 ? ` (${names.join(', ')})` : '';
}

function itemOf(schema: z.ZodType | undefined): z.ZodType | undefined {
  const { def } = (schema ?? {}) as { def?: { innerType?: z.ZodType; element?: z.ZodType } };
  return def?.innerType ? itemOf(def.innerType) : def?.element;
}

/** On one line, between quotation marks where YAML needs them. */
function scalar(value: unknown): string {
  return stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd();
}
