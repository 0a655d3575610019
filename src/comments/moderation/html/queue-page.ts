import { html } from 'hono/html';
import { hidden } from '#comments/service/form-fields.ts';
import type { PageContent } from '#comments/service/page-contents.ts';
import type { Markup } from '#comments/service/page-template.ts';
import { strings } from '#strings/site.ts';
import { type CommentView, commentView } from './comment-view.ts';
import { moderatorPage, type PageFrame, sessionForm, TABS } from './layout.ts';

const { queue, reasons } = strings.moderationPages;

/** The lists of comments. */
export type List = 'pending' | 'published' | 'rejected' | 'withdrawn';

export interface QueuePage {
  list: List;
  /** The words of the search; empty when there is none. */
  words: string;
  items: readonly CommentView[];
  /** The cursor of the next page; `null` on the last page. */
  next: string | null;
  /** Whether this is the first page. */
  isFirst: boolean;
}

/** A list of comments, with the decisions that can be made on each, or on several at once. */
export function queuePage(frame: PageFrame, page: QueuePage): PageContent {
  const { list, words, items } = page;
  const here = `${frame.mount}${TABS[list]}`;
  const empty = words === '' ? queue.empty[list] : queue.noMatch(words);
  const entries = items.map(
    (view) =>
      html`<li class="item" data-id="${view.comment.id}" tabindex="-1">
        <article aria-labelledby="nom-${view.comment.id}">
          ${checkbox(list, view)} ${commentView(view, 2)}
          <div class="decisions">${itemDecisions(list, view)}</div>
          <p class="facts">
            <a
              href="${frame.mount}commentaire/?id=${view.comment.id}"
              aria-describedby="nom-${view.comment.id}"
            >
              ${queue.open}
            </a>
          </p>
        </article>
      </li>`,
  );
  const form = html`${hidden('liste', list)}${hidden('q', words)}${noDefaultButton}
    <ol class="items">
      ${entries}
    </ol>
    ${bulkDecisions(list)}`;
  return moderatorPage(
    frame,
    list,
    queue.titles[list],
    html`${searchForm(here, words)}
    ${items.length === 0 ? html`<p>${empty}</p>` : queueElement(frame, sessionForm(frame, 'decisions/', form))}
    ${pagination(here, page)}`,
  );
}

/** The Enter key in a field clicks the first button of its form. This hidden button comes first and does nothing. */
const noDefaultButton = html`<button type="submit" disabled hidden></button>`;

/** The list, with a template of the undo form, for decisions that the script sends. */
function queueElement(frame: PageFrame, form: Markup): Markup {
  const undo = html`<button class="quiet" type="submit">${strings.moderationPages.undo}</button>`;
  return html`<moderation-queue>
    ${form}
    <template>${sessionForm(frame, 'annuler/', undo)}</template>
  </moderation-queue>`;
}

/** The buttons that reject or withdraw one comment, one button for each reason: two clicks are enough. */
export function reasonButtons(decision: 'reject' | 'withdraw', id: string): Markup {
  const [summary, legend] =
    decision === 'reject' ? [queue.reject, queue.whyReject] : [queue.withdraw, queue.whyWithdraw];
  const buttons = Object.entries(reasons).map(
    ([reason, label]) =>
      html`<button class="quiet" type="submit" name="decision" value="${decision}:${id}:${reason}">
        ${label}
      </button>`,
  );
  return html`<details class="reasons" name="motifs">
    <summary aria-describedby="nom-${id}">${summary}</summary>
    <fieldset>
      <legend>${legend}</legend>
      ${buttons}
    </fieldset>
  </details>`;
}

export function acceptButton(id: string): Markup {
  return html`<button
    class="button"
    type="submit"
    name="decision"
    value="accept:${id}"
    aria-describedby="nom-${id}"
  >
    ${queue.accept}
  </button>`;
}

function itemDecisions(list: List, { comment: { id } }: CommentView): Markup | '' {
  if (list === 'pending') return html`${acceptButton(id)} ${reasonButtons('reject', id)}`;
  return list === 'published' ? reasonButtons('withdraw', id) : '';
}

function checkbox(list: List, { comment: { id, name } }: CommentView): Markup | '' {
  if (list === 'rejected' || list === 'withdrawn') return '';
  return html`<label class="choice">
    <input type="checkbox" name="id" value="${id}" />
    <span class="visually-hidden">${queue.select(name)}</span>
  </label>`;
}

function bulkDecisions(list: List): Markup | '' {
  if (list === 'rejected' || list === 'withdrawn') return '';
  const options = Object.entries(reasons).map(
    ([reason, label]) => html`<option value="${reason}">${label}</option>`,
  );
  const decision = list === 'pending' ? 'reject' : 'withdraw';
  const label = list === 'pending' ? queue.rejectAll : queue.withdrawAll;
  return html`<fieldset class="bulk">
    <legend>${queue.selection}</legend>
    ${
      list === 'pending'
        ? html`<button class="button" type="submit" name="decision" value="accept">
            ${queue.acceptAll}
          </button>`
        : ''
    }
    <p class="field">
      <label for="motif">${queue.reason}</label>
      <select id="motif" name="motif">
        ${options}
      </select>
    </p>
    <button class="quiet" type="submit" name="decision" value="${decision}">${label}</button>
  </fieldset>`;
}

function searchForm(here: string, words: string): Markup {
  return html`<form class="filter" role="search" action="${here}">
    <p class="field">
      <label for="recherche">${queue.search}</label>
      <input id="recherche" name="q" type="search" value="${words}" maxlength="100" />
    </p>
    <button class="quiet" type="submit">${queue.submitSearch}</button>
    ${words === '' ? '' : html`<a href="${here}">${queue.reset}</a>`}
  </form>`;
}

function pagination(here: string, { words, next, isFirst }: QueuePage): Markup | '' {
  const search = words === '' ? [] : [['q', words]];
  const link = (label: string, parameters: string[][]) => {
    const query = new URLSearchParams(parameters).toString();
    return html`<a href="${here}${query === '' ? '' : `?${query}`}">${label}</a>`;
  };
  if (isFirst && next === null) return '';
  return html`<p class="pages">
    ${isFirst ? '' : link(queue.first, search)}
    ${next === null ? '' : link(queue.next, [...search, ['apres', next]])}
  </p>`;
}
