import type { z } from 'astro/zod';
import { Document, isMap, isScalar, type YAMLMap } from 'yaml';
import { isoDay } from '#lib/dates.ts';
import { articleFileSchema } from '#model/schema.ts';
import { strings } from '#strings/site.ts';
import { placeholderCover } from './cover.ts';
import type { Library } from './library.ts';
import type { Answers } from './given.ts';
import type { ArticleFiles } from './write.ts';

/** An article is a draft on request, or when it has no cover or description yet. */
export function isDraft({ draft, cover, description }: Answers): boolean {
  return draft || cover === null || description === null;
}

/**
 * Composes the files of a new article: its text, and its cover or a placeholder.
 *
 * @param today the publication date, until the author changes it
 */
export function composeFiles(
  answers: Answers,
  { magazine, palette }: Pick<Library, 'magazine' | 'palette'>,
  today: Date,
): ArticleFiles {
  const { title, slug, category, tags, newTags, author, description, cover } = answers;
  const text = strings.newArticle.placeholder;
  const name = `couverture.${cover?.extension ?? 'svg'}`;
  const { alt, caption, credit, focus } = cover ?? { ...text, credit: text.credit(magazine), focus: null };
  const mdx = composeArticle({
    title,
    description: description ?? text.description,
    publishedAt: isoDay(today),
    category,
    tags,
    authors: [author],
    cover: { src: `./${name}`, alt, caption, credit, ...(focus !== null && { focus }) },
    draft: isDraft(answers),
  });
  return {
    slug,
    text: mdx,
    cover: { name, content: cover?.bytes ?? placeholderCover(title, palette) },
    newTags,
  };
}

type Shape = Readonly<Record<string, z.ZodType>>;

/** The text of index.mdx: each field below its description in the model, then a placeholder for the text. */
export function composeArticle({ draft, ...fields }: z.input<typeof articleFileSchema>): string {
  const shape: Shape = articleFileSchema.shape;
  const document = new Document(draft ? { ...fields, draft } : fields);
  if (isMap(document.contents)) describeFields(document.contents, shape);
  const unused = Object.entries(shape).filter(([name]) => !document.has(name));
  return [
    '---',
    document.toString({ lineWidth: 0, blockQuote: false }).trimEnd(),
    `# ${strings.newArticle.optionalFields}`,
    ...unused.map(([name, schema]) => `#   ${name} : ${schema.description}${listNested(schema)}`),
    '---',
    '',
    strings.newArticle.body,
    '',
  ].join('\n');
}

/** Writes the description of each field above it. */
function describeFields({ items }: YAMLMap, shape: Shape): void {
  for (const { key, value } of items) {
    if (!isScalar(key)) continue;
    const schema = shape[String(key.value)];
    key.commentBefore = ` ${schema?.description}`;
    if (isMap(value)) describeFields(value, shapeOf(schema));
  }
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
