import { html } from 'hono/html';
import type { PageContent } from '#comments/service/page-contents.ts';
import type { Markup } from '#comments/service/page-template.ts';
import type { JournalEntry } from '#comments/store/queries/journal.ts';
import { strings } from '#strings/site.ts';
import { dateOf } from './comment-view.ts';
import { moderatorPage, type PageFrame } from './layout.ts';

const { journal: labels } = strings.moderationPages;

/** The names of moderators, withdrawn ones included, by id. */
export type Names = ReadonlyMap<string, string>;

const COMMENT = /^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/u;

/** Who did what, the newest first. */
export function journalPage(
  frame: PageFrame,
  entries: readonly JournalEntry[],
  names: Names,
  next: string | null,
): PageContent {
  const items = entries.map(
    (entry) => html`<li>${entryLine(entry, names, `${frame.mount}commentaire/?id=`)}</li>`,
  );
  return moderatorPage(
    frame,
    'journal',
    labels.title,
    items.length === 0
      ? html`<p>${labels.empty}</p>`
      : html`<ol class="lines">
            ${items}
          </ol>
          ${
            next === null
              ? ''
              : html`<p class="pages">
                  <a href="${frame.mount}journal/?${new URLSearchParams({ apres: next }).toString()}"
                    >${labels.next}</a
                  >
                </p>`
          }`,
  );
}

/**
 * One line of the journal: when, who, what.
 *
 * @param address leads to the page of a comment, without its id
 */
export function entryLine(entry: JournalEntry, names: Names, address?: string): Markup {
  const { actor, action, subject, at } = entry;
  const actions: Readonly<Record<string, string>> = labels.actions;
  const actors: Readonly<Record<string, string>> = labels.actors;
  const who = names.get(actor) ?? actors[actor] ?? labels.formerMember;
  const what = COMMENT.test(subject)
    ? address && html`<a href="${address}${subject}">${subject}</a>`
    : subject !== actor && names.get(subject);
  return html`<span class="facts">${dateOf(at)}</span> <strong>${who}</strong> ${actions[action] ?? action}
    ${what || ''}`;
}
