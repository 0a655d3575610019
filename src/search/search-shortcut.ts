const KEY = 'raccourci';

/** Whether the « / » key focuses the search: readers must be able to turn it off (RGAA 12.10). */
export function isSlashOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'non';
  } catch {
    return true;
  }
}

/** Stores in this browser whether the « / » key focuses the search. */
export function storeSlash(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'non');
  } catch {
    // Without storage, the key stays on.
  }
}
