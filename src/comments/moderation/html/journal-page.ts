import { html } from 'hono/html';
import type { PageContent } from '#comments/service/page-contents.ts';
import type { Markup } from '#comments/service/page-template.ts';
import type { JournalEntry } from '#comments/store/queries/journal.ts';
import { isCommentId } from '#model/comment-schema.ts';
import { strings } from '#strings/site.ts';
import { dateOf } from './comment-view.ts';
import { moderatorPage, type PageFrame } from './layout.ts';

const { journal: labels } = strings.moderationPages;

/** The names of moderators by id, including withdrawn moderators. */
export type Names = ReadonlyMap<string, string>;

/** The comments that journal entries are about, by the subject of the entry. */
export type Subjects = ReadonlyMap<string, { comment: string; name: string; article: string }>;

/** The journal: who did what, the newest entry first. */
export function journalPage(
  frame: PageFrame,
  entries: readonly JournalEntry[],
  { names, subjects, next }: { names: Names; subjects: Subjects; next: string | null },
): PageContent {
  const items = entries.map((entry) => {
    const subject = subjects.get(entry.subject);
    const about = subject
      ? html`<a href="${frame.mount}commentaire/?id=${subject.comment}"
          >${labels.comment(subject.name, subject.article)}</a
        >`
      : isCommentId(entry.subject) && entry.subject;
    return html`<li>${entryLine(entry, names, about)}</li>`;
  });
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
 * @param about the comment that the entry is about, on pages that do not show it already
 */
export function entryLine(entry: JournalEntry, names: Names, about: Markup | string | false = false): Markup {
  const { actor, action, subject, at } = entry;
  const actions: Readonly<Record<string, string>> = labels.actions;
  const actors: Readonly<Record<string, string>> = labels.actors;
  const who = names.get(actor) ?? actors[actor] ?? labels.formerMember;
  const member = subject !== actor && names.get(subject);
  return html`<span class="facts">${dateOf(at)}</span> <strong>${who}</strong> ${actions[action] ?? action}
    ${about || member || ''}`;
}
