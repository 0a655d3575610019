import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { ExpectedError } from '#lib/expected-error.ts';
import { commentSchema, commentId } from '#model/comment-schema.ts';
import { strings } from '#strings/site.ts';
import type { ImportedComment } from './import-comments.ts';

const acceptedSchema = z.object({ id: commentId, emailHash: z.hex().optional() });

/**
 * Reads the comments of earlier versions, in content/comments/<article>/<id>.yaml. The hashes of e-mail addresses come
 * from the folder `accepted` of the data folder.
 *
 * @throws ExpectedError for the first invalid file
 */
export async function readOldFiles(root: string, dataFolder: string): Promise<ImportedComment[]> {
  const hashes = new Map<string, string | undefined>();
  for (const file of await yamlFiles(join(dataFolder, 'accepted'))) {
    const { id, emailHash } = await readYaml(acceptedSchema, file);
    hashes.set(id, emailHash);
  }
  const comments: ImportedComment[] = [];
  for (const file of await yamlFiles(join(root, 'content/comments'))) {
    const id = basename(file, '.yaml');
    const article = basename(dirname(file));
    comments.push({ ...(await readYaml(commentSchema, file)), id, article, emailHash: hashes.get(id) });
  }
  return comments;
}

async function yamlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

async function readYaml<Schema extends z.ZodType>(schema: Schema, file: string): Promise<z.output<Schema>> {
  try {
    return schema.parse(parse(await readFile(file, 'utf8'), { maxAliasCount: 0 }));
  } catch (cause) {
    throw new ExpectedError(strings.moderation.imports.unreadable(file), { cause });
  }
}
