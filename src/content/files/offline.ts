import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { siteSchema } from '#model/site-schema.ts';

/**
 * Whether readers' devices keep articles: `kept`, `withdrawn` where the magazine gave it up (what was kept is
 * then erased), `none` where a site is for editors' eyes.
 */
export type OfflineReading = 'kept' | 'withdrawn' | 'none';

/** What a build does of it, from the setting of content/site.yaml and from who the build is for. */
export function offlineReading(wanted: boolean, environment: NodeJS.ProcessEnv): OfflineReading {
  if (environment['PREVIEW'] === '1' || environment['REDACTION'] === '1') return 'none';
  return wanted ? 'kept' : 'withdrawn';
}

/** The setting of content/site.yaml, for what needs it before content is loaded. */
export function readOfflineSetting(root: string): boolean {
  const file = parse(readFileSync(`${root}/content/site.yaml`, 'utf8')) as { offline?: unknown };
  return siteSchema.shape.offline.parse(file.offline);
}
