import { html, raw } from 'hono/html';
import { renderCommentText } from '#lib/comments/comment-text.ts';
import { formatDate, formatTime } from '#lib/dates.ts';
import { typeset } from '#lib/typography/typeset.ts';
import type { Markup } from '#comments/service/page-template.ts';
import type { StoredComment } from '#comments/store/queries/comments.ts';
import { strings } from '#strings/site.ts';

const { queue, reasons, states } = strings.moderationPages;

/** Whether a published comment is on the site yet, or whether a withdrawn one is still there. */
export type OnlineState = keyof typeof states;

/** A comment with the context that a moderator needs for a decision. */
export interface CommentView {
  comment: StoredComment;
  /** `null` when the article is no longer on the site. */
  article: { title: string; href: string } | null;
  /** The comment that it replies to. */
  parent: StoredComment | null;
  publication: OnlineState | null;
}

/** Who wrote a comment, when and under which article; the comment that it replies to; its text. */
export function commentView({ comment, article, parent, publication }: CommentView, level: 2 | 3): Markup {
  const { id, name, text, email, site, writtenAt } = comment;
  const title = article ? html`<a href="${article.href}">${typeset(article.title)}</a>` : comment.article;
  const heading = level === 2 ? html`<h2 id="nom-${id}">${name}</h2>` : html`<h3 id="nom-${id}">${name}</h3>`;
  return html`${heading}
    <p class="facts">${dateOf(writtenAt)} ${queue.on} ${title}</p>
    ${parent ? quoted(parent) : ''}
    <div class="comment-text">${raw(renderCommentText(text))}</div>
    ${email !== null || site !== null ? html`<p class="facts">${[email, site].filter(Boolean).join(' · ')}</p>` : ''}
    ${stateOf(comment)} ${publication ? publicationOf(id, publication) : ''}`;
}

export function dateOf(instant: string): Markup {
  const date = new Date(instant);
  return html`<time datetime="${instant}"
    >${strings.comments.writtenAt(formatDate(date), formatTime(date))}</time
  >`;
}

/** The label of a reason. A reason without a label is shown as it is. */
function reasonLabel(reason: string): string {
  return (reasons as Readonly<Record<string, string>>)[reason] ?? reason;
}

function quoted(parent: StoredComment): Markup {
  return html`<details>
    <summary>${queue.replyTo(parent.name)}</summary>
    <blockquote class="comment-text">${raw(renderCommentText(parent.text))}</blockquote>
  </details>`;
}

function stateOf({ state, reason }: StoredComment): Markup | '' {
  if (reason === null || (state !== 'rejected' && state !== 'withdrawn')) return '';
  const label = reasonLabel(reason);
  return html`<p class="facts">
    ${state === 'rejected' ? queue.refusedFor(label) : queue.withdrawnFor(label)}
  </p>`;
}

function publicationOf(id: string, publication: OnlineState): Markup {
  return html`<p class="facts">
    <publication-state data-id="${id}" data-state="${publication}">${states[publication]}</publication-state>
  </p>`;
}
