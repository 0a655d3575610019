/** What the build tells the worker; put in its place when it is bundled. */
export interface WorkerSettings {
  /** The base path of the magazine, « / » or « /magazine/ ». */
  base: string;
  /** The page shown instead of one that cannot be had. */
  offlinePage: string;
  /** Files kept from the first visit on; those whose name holds a hash have no revision. */
  shell: { url: string; revision: string | null }[];
  /** The words put in a copy, where `{date}` is its day. */
  notice: string;
}

declare const WORKER_SETTINGS: WorkerSettings;

export const settings = WORKER_SETTINGS;
