import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { ContentError, type ContentProblem, START } from '#model/problems.ts';
import { authorSchema, categorySchema, frontPageSchema, tagsFileSchema } from '#model/schema.ts';
import { type SiteFile, siteSchema } from '#model/site-schema.ts';
import { type ParsedFields, parseFields } from './parse-fields.ts';
import { readYaml } from './yaml-source.ts';

/** A YAML file of content/: its data, or the problems that make it unusable. */
export interface ContentFile<Data> extends ParsedFields<Data> {
  /** Path from the project's root, with « / ». */
  file: string;
}

/** Reads content/site.yaml. */
export const readSite = (root: string) => readContentFile(root, 'content/site.yaml', siteSchema);
/** Reads content/front-page.yaml. */
export const readFrontPage = (root: string) =>
  readContentFile(root, 'content/front-page.yaml', frontPageSchema);
/** Reads content/tags.yaml. */
export const readTagsFile = (root: string) => readContentFile(root, 'content/tags.yaml', tagsFileSchema);
/** Reads the categories, by slug. */
export const readCategoryFiles = (root: string) => readFolder(root, 'content/categories', categorySchema);
/** Reads the authors, by slug. */
export const readAuthorFiles = (root: string) => readFolder(root, 'content/authors', authorSchema);

/**
 * Returns one setting of content/site.yaml, for code that runs before the content check. Other settings may be invalid.
 *
 * @throws ContentError when the setting is invalid or the file is missing
 */
export function readSetting<Name extends keyof SiteFile>(root: string, name: Name): SiteFile[Name] {
  const { source, problems } = readSite(root);
  const fields = (source.readable ?? {}) as Readonly<Record<string, unknown>>;
  const setting = siteSchema.shape[name].safeParse(fields[name]);
  if (!setting.success) throw new ContentError(problems);
  return setting.data as SiteFile[Name];
}

/**
 * Returns the data of a file.
 *
 * @throws ContentError when the file has problems
 */
export function requireData<Data>({ data, problems }: ContentFile<Data>): Data {
  if (data === null) throw new ContentError(problems);
  return data;
}

/** The problem to report for a missing file that the magazine requires. */
export const missingFile = (file: string): ContentProblem => ({
  file,
  ...START,
  message: 'Ce fichier manque',
  remedy: 'Remettez-le : le magazine ne se construit pas sans lui',
});

function readContentFile<Schema extends z.ZodType>(
  root: string,
  file: string,
  schema: Schema,
): ContentFile<z.output<Schema>> {
  const path = join(root, file);
  if (!existsSync(path)) return { file, data: null, problems: [missingFile(file)], source: readYaml('') };
  return { file, ...parseFields(schema, readFileSync(path, 'utf8'), file) };
}

function readFolder<Schema extends z.ZodType>(
  root: string,
  folder: string,
  schema: Schema,
): Map<string, ContentFile<z.output<Schema>>> {
  return new Map(
    slugsIn(root, folder, '.yaml').map((slug) => [
      slug,
      readContentFile(root, `${folder}/${slug}.yaml`, schema),
    ]),
  );
}

/** Returns the file names in a folder, sorted, without their extension; none when the folder does not exist. */
export function slugsIn(root: string, folder: string, extension: string): string[] {
  const path = join(root, folder);
  return (existsSync(path) ? readdirSync(path) : [])
    .filter((name) => name.endsWith(extension))
    .map((name) => name.slice(0, name.length - extension.length))
    .sort();
}
