/** Where Sveltia stores the preferences of each editor. */
const KEY = 'sveltia-cms.prefs';

/** Escape closes no form, which would lose its text; the interface is in French; drafts are backed up until saved. */
const PREFERENCES = { closeWithEscape: false, useDraftBackup: true, locale: 'fr' };

/** Sets the preferences that matter, and keeps the editor's others. */
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
