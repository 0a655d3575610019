import { readPublication } from './publication.ts';

/**
 * Whether articles can be read offline. `withdrawn` means that it was turned off: articles stored on readers' devices
 * are deleted. `none` is for builds that only editors see.
 */
export type OfflineReading = 'enabled' | 'withdrawn' | 'none';

/** Decides offline reading from the setting of content/site.yaml and from the kind of build. */
export function offlineReading(wanted: boolean, environment: NodeJS.ProcessEnv): OfflineReading {
  if (readPublication(environment).preview || environment['REDACTION'] === '1') return 'none';
  return wanted ? 'enabled' : 'withdrawn';
}
