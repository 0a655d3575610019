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
