import type { ArticleFile } from '#model/schema.ts';

/** What JSON makes of a value. */
type Written<Value> = Value extends Date
  ? string
  : Value extends readonly (infer Item)[]
    ? Written<Item>[]
    : Value extends object
      ? { [Key in keyof Value]: Written<Value[Key]> }
      : Value;

/** The fields of an article as one text: of ten thousand, most are passed on and never looked at. */
export const writeFields = (data: ArticleFile): string => JSON.stringify(data);

/** The fields of an article from that text. */
export function readFields(text: string): ArticleFile {
  const written = JSON.parse(text) as Written<ArticleFile>;
  const { publishedAt, updatedAt, corrections } = written;
  // Each in its place: what is made of fields is compared as text.
  return {
    ...written,
    publishedAt: new Date(publishedAt),
    ...(updatedAt === undefined ? {} : { updatedAt: new Date(updatedAt) }),
    corrections: corrections.map(({ date, text }) => ({ date: new Date(date), text })),
  } as ArticleFile;
}
