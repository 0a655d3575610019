import { z } from 'astro/zod';
import {
  articleFileSchema,
  authorSchema,
  categorySchema,
  frontPageSchema,
  tagsFileSchema,
} from './schema.ts';
import { pageSchema } from './page-schema.ts';
import type { Reference } from './schema-fields.ts';
import { siteSchema } from './site-schema.ts';

/** The kinds of files that editors write, each with its schema, its French title and its path patterns. */
export const DESCRIBED_FILES = {
  article: { schema: articleFileSchema, title: 'Les champs d’un article', files: [] },
  page: { schema: pageSchema, title: 'Les champs d’une page du magazine', files: [] },
  author: { schema: authorSchema, title: 'Une signature', files: ['content/authors/*.yaml'] },
  category: { schema: categorySchema, title: 'Une rubrique', files: ['content/categories/*.yaml'] },
  'front-page': { schema: frontPageSchema, title: 'La première page', files: ['content/front-page.yaml'] },
  site: { schema: siteSchema, title: 'L’identité du magazine', files: ['content/site.yaml'] },
  tags: { schema: tagsFileSchema, title: 'Les étiquettes', files: ['content/tags.yaml'] },
} satisfies Readonly<Record<string, { schema: z.ZodType; title: string; files: string[] }>>;

interface UnionDefinition {
  options?: readonly z.core.$ZodType[];
}

/** The JSON types of the options of a date field: YAML tools read a date as a string. */
const PLAIN_TYPES: Readonly<Partial<Record<z.core.$ZodTypeDef['type'], string>>> = {
  string: 'string',
  number: 'number',
  date: 'string',
};

interface Described {
  zodSchema: z.core.$ZodType;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}

function describeForEditors(described: Described): void {
  describeDates(described);
  describePattern(described);
}

/** Adds the error message of the model, which editing tools show when a text does not match the pattern. */
function describePattern({ zodSchema, jsonSchema }: Described): void {
  if (jsonSchema.pattern === undefined) return;
  const { error } = z.safeParse(zodSchema, '\u0000');
  if (error) jsonSchema['patternErrorMessage'] = error.issues.at(-1)?.message;
}

function describeDates({ zodSchema, jsonSchema }: Described): void {
  const { options = [] } = zodSchema._zod.def as UnionDefinition;
  if (!options.some(({ _zod }) => _zod.def.type === 'date')) return;
  const types = [...new Set(options.map(({ _zod }) => PLAIN_TYPES[_zod.def.type] ?? 'string'))];
  delete jsonSchema.anyOf;
  Object.assign(jsonSchema, { type: types.length > 1 ? types : types[0] });
}

/** The JSON schema of a field: its type, its French texts, and the kind of content that it refers to. */
export interface FieldSchema {
  type?: string | string[];
  title?: string;
  description?: string;
  default?: unknown;
  enum?: string[];
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  patternErrorMessage?: string;
  items?: FieldSchema;
  properties?: Record<string, FieldSchema>;
  required?: string[];
  'x-kind'?: 'colour' | 'focal-point' | 'instant' | 'picture';
  'x-refers-to'?: Reference;
}

/** Returns the JSON schema of one kind of file, for the values as editors write them. */
export function jsonSchemaOf(name: keyof typeof DESCRIBED_FILES): FieldSchema {
  const { schema, title } = DESCRIBED_FILES[name];
  const described = z.toJSONSchema(schema, {
    // The newest JSON Schema draft that all versions of the YAML extension support.
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: describeForEditors,
  });
  const { $schema, ...rest } = described;
  return { $schema, title, ...rest } as FieldSchema;
}
