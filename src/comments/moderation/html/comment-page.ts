import { html } from 'hono/html';
import { TEXT_LENGTH } from '#model/comment-schema.ts';
import { choice, hidden, textArea } from '#comments/service/form-fields.ts';
import type { PageContent } from '#comments/service/page-contents.ts';
import type { Markup } from '#comments/service/page-template.ts';
import type { JournalEntry } from '#comments/store/queries/journal.ts';
import { strings } from '#strings/site.ts';
import { type CommentView, commentView } from './comment-view.ts';
import { entryLine, type Names } from './journal-page.ts';
import { moderatorPage, type PageFrame, sessionForm } from './layout.ts';
import { acceptButton, reasonButtons } from './queue-page.ts';

const { comment: labels } = strings.moderationPages;

export interface CommentPage {
  view: CommentView;
  /** Its thread, the oldest comment first. */
  thread: readonly CommentView[];
  history: readonly JournalEntry[];
  names: Names;
  /** An invalid reply, to correct, with its error message. */
  reply?: { text: string; error: string } | undefined;
}

/** One comment in its thread, with all actions that a moderator can take on it. */
export function commentPage(frame: PageFrame, page: CommentPage): PageContent {
  const { view, thread, history, names } = page;
  const { comment } = view;
  const isErased = comment.state === 'erased';
  const others = thread
    .filter((one) => one.comment.id !== comment.id)
    .map(
      (one) =>
        html`<li class="item">
          <article aria-labelledby="nom-${one.comment.id}">
            ${commentView({ ...one, parent: null }, 3)}
          </article>
        </li>`,
    );
  return moderatorPage(
    frame,
    null,
    labels.title(comment.name),
    html`<article class="item" aria-labelledby="nom-${comment.id}">${commentView(view, 2)}</article>
      ${decisions(frame, view)} ${isErased || comment.state === 'rejected' ? '' : replyForm(frame, page)}
      ${isErased ? '' : html`${blockForm(frame, view)} ${eraseForm(frame, comment.id)}`}
      ${
        others.length > 0
          ? html`<h2 class="part-title">${labels.thread}</h2>
              <ol class="items">
                ${others}
              </ol>`
          : ''
      }
      ${
        history.length > 0
          ? html`<h2 class="part-title">${labels.history}</h2>
              <ul class="lines">
                ${history.map((entry) => html`<li>${entryLine(entry, names)}</li>`)}
              </ul>`
          : ''
      }
      <p><a href="${frame.mount}">${labels.back}</a></p>`,
  );
}

function decisions(frame: PageFrame, { comment: { id, state } }: CommentView): Markup | '' {
  const buttons =
    state === 'pending'
      ? html`${acceptButton(id)} ${reasonButtons('reject', id)}`
      : state === 'approved'
        ? reasonButtons('withdraw', id)
        : null;
  if (!buttons) return '';
  const form = html`${hidden('liste', 'commentaire')}
    <div class="decisions">${buttons}</div>`;
  return html`<h2 class="part-title">${labels.decide}</h2>
    ${sessionForm(frame, 'decisions/', form)}`;
}

function replyForm(frame: PageFrame, { view: { comment }, reply }: CommentPage): Markup {
  const field = textArea({
    name: 'texte',
    label: labels.replyText,
    help: labels.replyHelp,
    value: reply?.text,
    error: reply?.error,
    maxLength: TEXT_LENGTH,
    required: true,
  });
  const send = comment.state === 'pending' ? labels.acceptAndReply : labels.sendReply;
  const form = html`${hidden('id', comment.id)}${field}
    <button class="button" type="submit">${send}</button>`;
  return html`<h2 class="part-title" id="repondre">${labels.reply}</h2>
    ${sessionForm(frame, 'reponses/', form)}`;
}

function blockForm(frame: PageFrame, { comment: { id, emailHash, network } }: CommentView): Markup {
  const { writer, network: networkLabel } = labels.kinds;
  const kinds = {
    ...(emailHash !== null && { writer }),
    ...(network !== null && { network: networkLabel }),
  };
  const fields = html`${hidden('id', id)}
    <p>${labels.blockHelp}</p>
    ${choice({ name: 'qui', label: labels.who, value: Object.keys(kinds)[0], error: undefined, options: kinds })}
    ${choice({ name: 'jours', label: labels.for, value: '7', error: undefined, options: labels.periods })}
    <button class="quiet" type="submit">${labels.submitBlock}</button>`;
  return html`<h2 class="part-title">${labels.block}</h2>
    ${Object.keys(kinds).length > 0 ? sessionForm(frame, 'blocages/', fields) : html`<p>${labels.noBlock}</p>`}`;
}

function eraseForm(frame: PageFrame, id: string): Markup {
  const form = html`${hidden('id', id)}
    <p>${labels.eraseHelp}</p>
    <button class="quiet" type="submit">${labels.submitErase}</button>`;
  return html`<h2 class="part-title">${labels.erase}</h2>
    ${sessionForm(frame, 'effacements/', form)}`;
}
