/** The settings that the build writes into the worker's script. */
export interface WorkerSettings {
  /** The base path of the magazine, « / » or « /magazine/ ». */
  base: string;
  /** The folders of articles, with the word of today and with older ones: « /magazine/articles/ ». */
  articles: string[];
  /** The page that is shown when a navigation fails. */
  offlinePage: string;
  /** The files that are cached at installation. `revision` is `null` when the name of the file contains a hash. */
  precached: { url: string; revision: string | null }[];
  /** The notice on a cached copy, with `{date}` as a placeholder. */
  notice: string;
}

declare const WORKER_SETTINGS: WorkerSettings;

export const settings = WORKER_SETTINGS;
