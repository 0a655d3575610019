import { getEntry } from 'astro:content';
import { DESCRIBED_FILES, type FieldSchema, jsonSchemaOf } from '#model/json-schemas.ts';
import type { SiteFile } from '#model/site-schema.ts';

type DescribedName = keyof typeof DESCRIBED_FILES;

/** The data that the CMS needs: the identity of the magazine, and the schema of each kind of file. */
export interface CmsSite {
  site: Pick<SiteFile, 'name' | 'address' | 'addresses' | 'cms'>;
  schemas: Record<DescribedName, FieldSchema>;
}

/**
 * Reads the CMS data from content/site.yaml and from the model.
 *
 * @throws Error when content/site.yaml is missing
 */
export async function getCmsSite(): Promise<CmsSite> {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('content/site.yaml manque');
  const names = Object.keys(DESCRIBED_FILES) as DescribedName[];
  const schemas = Object.fromEntries(names.map((name) => [name, jsonSchemaOf(name)]));
  return { site: entry.data, schemas: schemas as CmsSite['schemas'] };
}
