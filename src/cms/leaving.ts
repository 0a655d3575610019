const QUESTION = 'Votre travail n’est pas enregistré. Quitter ce formulaire sans l’enregistrer ?';

/**
 * Asks before a form with unsaved work is left: by its own button, by the browser’s, by another address
 * or by closing the page. In a folder of the computer, Sveltia backs up nothing.
 *
 * @returns what to call once the work is saved: the form then closes by itself
 */
export function askBeforeLeaving(page: Window): () => void {
  let isSaved = false;
  const isAtRisk = () => !isSaved && hasUnsavedWork(page.document);
  for (const gesture of ['keydown', 'pointerdown', 'input'])
    page.addEventListener(gesture, () => void (isSaved = false), { capture: true });
  page.addEventListener('beforeunload', (event) => {
    if (isAtRisk()) event.preventDefault();
  });
  page.navigation?.addEventListener('navigate', (event) => {
    const leaves = event.cancelable && event.destination.url !== page.location.href;
    if (leaves && isAtRisk() && !page.confirm(QUESTION)) event.preventDefault();
  });
  return () => {
    isSaved = true;
  };
}

/** The button that saves can only be pressed when there is something to save. */
function hasUnsavedWork(document: Document): boolean {
  const saves = document.querySelectorAll('button[aria-keyshortcuts$="+S"]');
  return [...saves].some((button) => button.getAttribute('aria-disabled') !== 'true');
}
