import type { Context } from 'hono';

/** The fields of a form that a moderation page sent. */
export interface Form {
  /** The first value of a field, or an empty string. */
  get(name: string): string;
  all(name: string): string[];
}

/** Reads a form, without its files. */
export async function readForm(context: Context): Promise<Form> {
  const body = await context.req.parseBody({ all: true });
  const all = (name: string) => [body[name] ?? []].flat().filter((value) => typeof value === 'string');
  return { all, get: (name) => all(name)[0] ?? '' };
}
