import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { siteSchema } from '#model/site-schema.ts';

/** The address in content/site.yaml, for what needs it before content is loaded. Throws when it is wrong. */
export function readSiteAddress(): string {
  return siteSchema.shape.address.parse(readSiteFile().address);
}

/** Where content/site.yaml says that comments are sent; `undefined` when they are closed. Throws when it is wrong. */
export function readIntake(): string | undefined {
  return siteSchema.shape.comments.parse(readSiteFile().comments).intake;
}

function readSiteFile(): { address?: unknown; comments?: unknown } {
  const file = new URL('../../../content/site.yaml', import.meta.url);
  return parse(readFileSync(file, 'utf8')) as { address?: unknown; comments?: unknown };
}
