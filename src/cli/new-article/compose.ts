import type { z } from 'astro/zod';
import { stringify } from 'yaml';
import { isoDay } from '#lib/dates.ts';
import { articleFileSchema } from '#model/schema.ts';
import { strings } from '#strings/site.ts';
import { placeholderCover } from './cover.ts';
import type { Answers } from './given.ts';
import type { ArticleFiles } from './write.ts';

/** An article is a draft on request, or when it has no cover or description yet. */
export function isDraft({ draft, cover, description }: Answers): boolean {
  return draft || cover === null || description === null;
}

/**
 * Composes the files of a new article: its text, and its cover or a placeholder.
 *
 * @param today its date of publication, until its author changes it
 */
export function composeFiles(answers: Answers, magazine: string, today: Date): ArticleFiles {
  const { title, slug, category, tags, newTags, author, description, cover } = answers;
  const text = strings.newArticle.placeholder;
  const name = `couverture.${cover?.extension ?? 'svg'}`;
  const { alt, caption, credit } = cover ?? {
    alt: text.alt,
    caption: text.caption,
    credit: text.credit(magazine),
  };
  const mdx = composeArticle({
    title,
    description: description ?? text.description,
    publishedAt: isoDay(today),
    category,
    tags,
    authors: [author],
    cover: { src: `./${name}`, alt, caption, credit },
    draft: isDraft(answers),
  });
  return {
    slug,
    text: mdx,
    cover: { name, ...(cover ? { from: cover.path } : { text: placeholderCover(title) }) },
    newTags,
  };
}

/** The fields of a new article. */
interface NewArticle {
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

/** The text of index.mdx: each field below its description in the model, then a placeholder for the text. */
export function composeArticle({ draft, ...fields }: NewArticle): string {
  const values: Readonly<Record<string, unknown>> = draft ? { ...fields, draft } : fields;
  const shape: Shape = articleFileSchema.shape;
  const written = Object.keys(shape).filter((name) => name in values);
  const unused = Object.keys(shape).filter((name) => !(name in values));
  return [
    '---',
    ...written.flatMap((name) => composeField(name, values[name], shape[name], '')),
    `# ${strings.newArticle.optionalFields}`,
    ...unused.map((name) => `#   ${name} : ${describe(shape[name])}${listNested(shape[name])}`),
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

/** ` (date, text)` for a list of objects. */
function listNested(schema: z.ZodType | undefined): string {
  const names = Object.keys(shapeOf(itemOf(schema)));
  return names.length > 0 ? ` (${names.join(', ')})` : '';
}

function itemOf(schema: z.ZodType | undefined): z.ZodType | undefined {
  const { def } = (schema ?? {}) as { def?: { innerType?: z.ZodType; element?: z.ZodType } };
  return def?.innerType ? itemOf(def.innerType) : def?.element;
}

/** A YAML scalar on one line, quoted if necessary. */
function scalar(value: unknown): string {
  return stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd();
}
