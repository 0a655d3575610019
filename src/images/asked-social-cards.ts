import type { DrawnSubject } from '#content/queries/social-cards.ts';

const KEY = Symbol.for('innovations.asked-sharing-pictures');
const shared = globalThis as typeof globalThis & { [KEY]?: readonly DrawnSubject[] };

/** Folder of the sharing pictures in the built site. */
export const SHARING_FOLDER = 'partage';

/** Asks the build for social cards: the bundle that renders pages knows the subjects, and the build draws. */
export function askForSharingPictures(subjects: readonly DrawnSubject[]): void {
  shared[KEY] = subjects;
}

/** What was asked for. */
export function askedSharingPictures(): readonly DrawnSubject[] {
  return shared[KEY] ?? [];
}
