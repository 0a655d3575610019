const KEY = 'raccourci';

/** Whether « / » leads to the search: the reader may want this key for something else (RGAA 12.10). */
export function isSlashOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'non';
  } catch {
    return true;
  }
}

/** Keeps in this browser whether « / » leads to the search. */
export function storeSlash(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'non');
  } catch {
    // A browser that refuses storage keeps the key as it is.
  }
}
