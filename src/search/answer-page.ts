import { createSearch, type Found } from './search-engine.ts';
import { type SearchRequest, writeRequest } from './search-request.ts';
import { listItem, makeList, makeResult } from './search-result.ts';
import { statusOf, type StatusLabels, titleOf } from './search-status.ts';
import { nearestLinks } from './suggestions.ts';
import type { RecordKind } from './search-record.ts';

/** Texts of the page of answers. */
export interface AnswerLabels extends StatusLabels {
  kinds: Readonly<Record<RecordKind, string>>;
  /** The link that searches the question as it was typed; contains `{query}`. */
  asked: string;
}

/** The status message of an answer, and whether it has results. */
export interface ShownAnswer {
  message: string;
  state: 'found' | 'none';
}

/** Number of articles shown at a time. */
export const STEP = 10;
/** Maximum number of suggestions. */
const SUGGESTIONS = 4;
/** Font weights of an excerpt and of its marked words. */
const FONT_WEIGHTS = [400, 600];
/** How long an answer waits for its fonts, in milliseconds. */
const FONTS_LATE = 2000;

/**
 * Creates the function that answers a request on the search page. It loads everything first, and returns a function
 * that shows the answer at once: nothing moves twice, and an obsolete answer is never shown.
 *
 * @param host the element that contains the parts of the page, in a browser or in the service; its `data-title` is the
 * title of the page without a question, if the service has already answered one
 */
export function createAnswers(
  host: HTMLElement,
  labels: AnswerLabels,
  find: (request: SearchRequest) => Promise<Found> = createSearch(host.dataset['index'] ?? ''),
): (request: SearchRequest, from: number) => Promise<() => ShownAnswer> {
  const page = host.ownerDocument;
  const pageTitle = host.dataset['title'] ?? page.title;
  return async (request, from) => {
    // In the service, the document is not displayed, so it has no fonts to load.
    const fonts = 'fonts' in page ? loadFonts(host) : null;
    const found = await find(request);
    const articles = await found.read(from, from + STEP);
    await fonts;
    return () => {
      page.title = titleOf(labels, request, pageTitle);
      const list = host.querySelector('.results');
      const template = host.querySelector('template');
      if (from === 0) list?.replaceChildren();
      if (template) list?.append(...articles.map((article) => makeResult(template, article)));
      host.toggleAttribute('data-more', from + STEP < found.total);
      if (from === 0) showAround(host, request, found, labels);
      const isFound = found.total + found.lists.length > 0;
      return { message: statusOf(labels, request, found), state: isFound ? 'found' : 'none' };
    };
  };
}

/**
 * Loads the fonts of answers before showing them, within `FONTS_LATE`: a font that changes later would move the text.
 */
async function loadFonts(host: HTMLElement): Promise<void> {
  const family = getComputedStyle(host).getPropertyValue('--serif');
  const faces = FONT_WEIGHTS.map((weight) => document.fonts.load(`${weight} 1em ${family}`, 'é'));
  const late = new Promise((resolve) => setTimeout(resolve, FONTS_LATE));
  await Promise.race([Promise.allSettled([...faces, document.fonts.ready]), late]);
}

/**
 * Shows the other parts of an answer: authors, sections, tags and pages, the link to the question as typed,
 * suggestions.
 */
function showAround(host: HTMLElement, request: SearchRequest, found: Found, labels: AnswerLabels): void {
  const page = host.ownerDocument;
  const lists = found.lists.map((list) => makeList(page, labels.kinds[list.kind], list));
  host.querySelector('.lists')?.replaceChildren(...lists);
  const back = page.createElement('a');
  back.setAttribute('href', writeRequest({ ...request, isVerbatim: true }));
  back.textContent = labels.asked.replace('{query}', () => request.query);
  host.querySelector('.asked')?.replaceChildren(...(found.corrected === null ? [] : [back]));
  const links = [...host.querySelectorAll<HTMLAnchorElement>('.offered a')];
  const nearest = found.total > 0 ? [] : nearestLinks(request.query, links, SUGGESTIONS);
  host.querySelector('.names')?.replaceChildren(...nearest.map((link) => listItem(page, link)));
}
