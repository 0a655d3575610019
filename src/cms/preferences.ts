/** Where Sveltia keeps what each editor prefers. */
const STORED = 'sveltia-cms.prefs';

/**
 * Sets what no editor should have to know: Escape closes no form, whose text would be lost without a
 * question; the interface is in French; what is typed is backed up until it is saved.
 */
export function setPreferences(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  storage.setItem(
    STORED,
    JSON.stringify({
      ...readPreferences(storage.getItem(STORED)),
      closeWithEscape: false,
      useDraftBackup: true,
      locale: 'fr',
    }),
  );
}

function readPreferences(text: string | null): object {
  try {
    const preferences: unknown = JSON.parse(text ?? '');
    return typeof preferences === 'object' && preferences !== null ? preferences : {};
  } catch {
    return {};
  }
}
