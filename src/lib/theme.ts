const KEY = 'apparence';
const THEMES = ['light', 'dark'] as const;

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
  const metas = document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]');
  for (const [index, theme] of THEMES.entries()) {
    const media = chosen ? (theme === chosen ? 'all' : 'not all') : `(prefers-color-scheme: ${theme})`;
    metas[index]?.setAttribute('media', media);
  }
  try {
    if (chosen) localStorage.setItem(KEY, chosen);
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage, the choice applies to this page only.
  }
}
