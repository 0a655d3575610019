/**
 * Offline reading on readers' devices: `enabled`; `withdrawn` when it is turned off, so that stored articles are
 * deleted; `none` in a build for editors.
 */
export type OfflineReading = 'enabled' | 'withdrawn' | 'none';

/** Decides offline reading from the setting of content/site.yaml and from the kind of build. */
export function offlineReading(wanted: boolean, environment: NodeJS.ProcessEnv): OfflineReading {
  if (environment['PREVIEW'] === '1' || environment['REDACTION'] === '1') return 'none';
  return wanted ? 'enabled' : 'withdrawn';
}
