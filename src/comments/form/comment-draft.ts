const FIELDS = ['text', 'name', 'email', 'site'] as const;

const keyOf = (article: string) => `brouillon:${article}`;

/** Saves the draft of a comment in this browser. A draft without text is removed. */
export function saveDraft(article: string, form: FormData): void {
  const draft = Object.fromEntries(FIELDS.map((name) => [name, String(form.get(name) ?? '')]));
  try {
    if (draft['text']) localStorage.setItem(keyOf(article), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(article));
  } catch {
    // The browser refuses storage: the form works without drafts.
  }
}

/** Loads the draft of an article: its values by field name, or `null` if there is none. */
export function loadDraft(article: string): Record<string, string> | null {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(keyOf(article)) ?? 'null');
    return draft && typeof draft === 'object' ? (draft as Record<string, string>) : null;
  } catch {
    return null;
  }
}

/** Removes the draft of an article. */
export function removeDraft(article: string): void {
  saveDraft(article, new FormData());
}
