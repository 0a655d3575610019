import { escapeHtml } from '#lib/html/escape-html.ts';

/**
 * Writes a page as HTML. It escapes the ampersands of attributes and the text of the title itself, because linkedom
 * does not: it treats the title as raw text, like a script.
 */
export function serializePage(document: Document): string {
  for (const element of document.querySelectorAll('*'))
    for (const attribute of element.attributes)
      if (attribute.value.includes('&')) attribute.value = attribute.value.replaceAll('&', '&amp;');
  const title = document.querySelector('title');
  if (title) title.textContent = escapeHtml(title.textContent);
  return String(document);
}
