/** The key in `localStorage` under which Sveltia stores the preferences of the editor. */
const KEY = 'sveltia-cms.prefs';

/** The Escape key must not close a form, which would lose the text. Drafts are backed up until they are saved. */
const PREFERENCES = { closeWithEscape: false, useDraftBackup: true, locale: 'fr' };

/** Sets these preferences, and leaves the others of the editor unchanged. */
export function setPreferences(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  storage.setItem(KEY, JSON.stringify({ ...readPreferences(storage.getItem(KEY)), ...PREFERENCES }));
}

function readPreferences(text: string | null): object {
  try {
    const preferences: unknown = JSON.parse(text ?? '');
    return typeof preferences === 'object' && preferences !== null ? preferences : {};
  } catch {
    return {};
  }
}
