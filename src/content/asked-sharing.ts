import type { DrawnSubject } from './sharing-subjects.ts';

const KEY = Symbol.for('innovations.asked-sharing-pictures');
const shared = globalThis as typeof globalThis & { [KEY]?: readonly DrawnSubject[] | null };

/** Folder of the sharing pictures in the built site. */
export const SHARING_FOLDER = 'partage';

/**
 * Asks the build for sharing pictures: the bundle that renders pages knows the subjects, and the build draws. `null` for
 * those of the last build.
 */
export function askForSharingPictures(subjects: readonly DrawnSubject[] | null): void {
  shared[KEY] = subjects;
}

/** What was asked for. */
export function askedSharingPictures(): readonly DrawnSubject[] | null {
  return shared[KEY] === undefined ? [] : shared[KEY];
}
