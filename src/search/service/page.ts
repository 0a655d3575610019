import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { freshFile } from '#server/fresh-file.ts';
import { ROUTES } from '#routes.ts';
import { type AnswerLabels, createAnswers, STEP } from '#search/answer-page.ts';
import type { Found } from '#search/search-engine.ts';
import { readRequest, writeRequest } from '#search/search-request.ts';
import { strings } from '#strings/site.ts';
import { serializePage } from './serialize-page.ts';

/** The outcome of a request: results, nothing because nothing is asked, or the reason why there are no results. */
export type Outcome =
  { kind: 'found'; found: Found } | { kind: 'blank' } | { kind: keyof typeof strings.search.refused };

/** Name of the URL parameter with the number of the page of results. */
const PAGE = 'page';

/**
 * Returns a function that fills the search page of the built site, as the page's script does in a browser. It returns
 * `null` when the site is not built.
 *
 * @param siteFolder the folder of the built site
 */
export function createSearchPage(
  siteFolder: string,
): (fields: URLSearchParams, outcome: Outcome | null) => Promise<string | null> {
  const file = join(siteFolder, ROUTES.search.pattern, 'index.html');
  const read = freshFile(file, (text) => (text.includes('<search-results') ? text : null));
  return async (fields, outcome) => {
    const html = read();
    if (html === null || outcome === null) return html;
    const { document } = parseHTML(html);
    document.querySelector('main > noscript')?.remove();
    fillForm(document, fields);
    const host = document.querySelector<HTMLElement>('search-results');
    if (host && outcome.kind !== 'blank') await fillResults(host, fields, outcome);
    return serializePage(document);
  };
}

function fillForm(document: Document, fields: URLSearchParams): void {
  const form = document.querySelector('search-query');
  form?.setAttribute('data-served', '');
  form?.querySelector('input')?.setAttribute('value', fields.get('q') ?? '');
  for (const select of form?.querySelectorAll('select') ?? []) {
    const wanted = fields.get(select.getAttribute('name') ?? '') ?? '';
    const options = [...select.querySelectorAll('option')];
    options.find((option) => option.getAttribute('value') === wanted)?.setAttribute('selected', '');
  }
}

async function fillResults(
  host: HTMLElement,
  fields: URLSearchParams,
  outcome: Exclude<Outcome, { kind: 'blank' }>,
): Promise<void> {
  const status = host.querySelector('[role=status]');
  if (outcome.kind !== 'found') {
    status?.append(strings.search.refused[outcome.kind]);
    host.setAttribute('data-state', 'refused');
    return;
  }
  const { found } = outcome;
  const last = Math.max(1, Math.ceil(found.total / STEP));
  const number = Math.min(Math.max(1, Math.trunc(Number(fields.get(PAGE))) || 1), last);
  const labels = JSON.parse(host.getAttribute('data-labels') ?? '{}') as AnswerLabels;
  host.setAttribute('data-title', host.ownerDocument.title);
  const answer = createAnswers(host, labels, () => Promise.resolve(found));
  const { message, state } = (await answer(readRequest(fields), (number - 1) * STEP))();
  status?.append(message);
  host.setAttribute('data-state', state);
  host.setAttribute('data-served', '');
  if (last > 1) addPages(host, fields, number, last);
}

/** Adds the links to the other pages of results, from their template. */
function addPages(host: Element, fields: URLSearchParams, number: number, last: number): void {
  const template = host.querySelector<HTMLTemplateElement>('template.pages');
  const pages = template && host.ownerDocument.importNode(template.content, true);
  const link = (name: string, to: number) => {
    const found = pages?.querySelector(`[rel=${name}]`);
    const address = new URLSearchParams(writeRequest(readRequest(fields)));
    if (to > 1) address.set(PAGE, String(to));
    if (to < 1 || to > last) found?.remove();
    else found?.setAttribute('href', `?${address.toString()}`);
  };
  link('prev', number - 1);
  link('next', number + 1);
  pages?.querySelector('[aria-current]')?.replaceChildren(strings.pagination.page(number, last));
  if (pages) host.querySelector('.more')?.after(pages);
}
