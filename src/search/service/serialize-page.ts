import { escapeHtml } from '#lib/html/escape-html.ts';

/**
 * Writes a page as HTML. linkedom escapes neither the ampersands of attributes nor the text of the title, which it takes
 * for raw text like that of a script.
 */
export function serializePage(document: Document): string {
  for (const element of document.querySelectorAll('*'))
    for (const attribute of element.attributes)
      if (attribute.value.includes('&')) attribute.value = attribute.value.replaceAll('&', '&amp;');
  const title = document.querySelector('title');
  if (title) title.textContent = escapeHtml(title.textContent);
  return String(document);
}
