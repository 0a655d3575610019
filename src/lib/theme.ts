const KEY = 'apparence';

/** The paper of each theme (styles/tokens.css), as the bars of browsers and systems take it. */
export const PAPER = { light: '#fbf8f2', dark: '#14161a' } as const;

/** The reader's choice kept in this browser: « light », « dark », or `null` to follow the system. */
export function readTheme(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Applies a choice at once and keeps it; « system » forgets it. */
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
    // A browser that refuses storage still gets the choice for this page.
  }
}
