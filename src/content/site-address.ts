import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { siteSchema } from './site-schema.ts';

/** The address in content/site.yaml, for what needs it before content is loaded. Throws when it is wrong. */
export function readSiteAddress(): string {
  const file = new URL('../../content/site.yaml', import.meta.url);
  return siteSchema.shape.address.parse((parse(readFileSync(file, 'utf8')) as { address?: unknown }).address);
}
