const KEY = 'apparence';

/** The background of each theme (styles/tokens.css), for browsers, and for pictures without transparency. */
export const PAPER = { light: '#fbf8f2', dark: '#14161a' } as const;

/** The theme stored in this browser: `light`, `dark`, or `null` to follow the system. */
export function readTheme(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Applies a theme and stores it; `system` removes the stored one. */
export function storeTheme(choice: string): void {
  const chosen = choice === 'light' || choice === 'dark' ? choice : null;
  if (chosen) document.documentElement.dataset.theme = chosen;
  else delete document.documentElement.dataset.theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    const theme = meta.content === PAPER.dark ? 'dark' : 'light';
    meta.media = chosen ? (theme === chosen ? 'all' : 'not all') : `(prefers-color-scheme: ${theme})`;
  }
  try {
    if (chosen) localStorage.setItem(KEY, chosen);
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage, the choice applies to this page only.
  }
}
