/** The fields that a reader would be sorry to lose. */
const KEPT = ['text', 'name', 'email', 'site'] as const;

const keyOf = (article: string) => `brouillon:${article}`;

/** Keeps what is written under an article in this browser; nothing of it leaves it. */
export function keepDraft(article: string, fields: FormData): void {
  const draft = Object.fromEntries(KEPT.map((name) => [name, String(fields.get(name) ?? '')]));
  try {
    if (draft['text']) localStorage.setItem(keyOf(article), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(article));
  } catch {
    // A browser that refuses storage loses no more than it would have.
  }
}

/** What was kept under an article, or `null`. */
export function readDraft(article: string): Record<string, string> | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(article)) ?? 'null');
    return kept && typeof kept === 'object' ? (kept as Record<string, string>) : null;
  } catch {
    return null;
  }
}

/** Forgets the draft once it is sent. */
export function dropDraft(article: string): void {
  try {
    localStorage.removeItem(keyOf(article));
  } catch {
    // It was never kept.
  }
}
