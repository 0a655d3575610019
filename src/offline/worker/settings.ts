/** The settings that the build writes into the worker's script. */
export interface WorkerSettings {
  /** The base path of the magazine, « / » or « /magazine/ ». */
  base: string;
  /** The page for failed navigations. */
  offlinePage: string;
  /** Files cached at installation. A file with a hash in its name has no revision. */
  precached: { url: string; revision: string | null }[];
  /** The notice of a cached copy, with `{date}` for its date. */
  notice: string;
}

declare const WORKER_SETTINGS: WorkerSettings;

export const settings = WORKER_SETTINGS;
