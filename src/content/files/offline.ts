import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { siteSchema } from '#model/site-schema.ts';

/**
 * Whether readers' devices keep articles: `enabled`; `withdrawn` when the magazine gave it up, so that their copies
 * are deleted; `none` in a build for editors.
 */
export type OfflineReading = 'enabled' | 'withdrawn' | 'none';

/** What a build does of it, from the setting of content/site.yaml and from who the build is for. */
export function offlineReading(wanted: boolean, environment: NodeJS.ProcessEnv): OfflineReading {
  if (environment['PREVIEW'] === '1' || environment['REDACTION'] === '1') return 'none';
  return wanted ? 'enabled' : 'withdrawn';
}

/** The setting of content/site.yaml, for what needs it before content is loaded. */
export function readOfflineSetting(root: string): boolean {
  const file = parse(readFileSync(`${root}/content/site.yaml`, 'utf8')) as { offline?: unknown };
  return siteSchema.shape.offline.parse(file.offline);
}
