import { html, raw } from 'hono/html';
import {
  EMAIL_LENGTH,
  NAME_LENGTH,
  SITE_LENGTH,
  TEXT_LENGTH,
  submissionSchema,
} from '#model/comment-schema.ts';
import { renderCommentText } from '#lib/comments/comment-text.ts';
import { typeset } from '#lib/typography/typeset.ts';
import { strings } from '#strings/site.ts';
import { REPORT_LENGTH } from './report-schema.ts';
import type { Fields } from './body.ts';
import { checkbox, choice, errorSummary, hidden, honeypot, input, textArea } from './form-fields.ts';
import type { KnownArticle } from './known-articles.ts';
import type { FieldErrors } from './outcome.ts';
import type { Markup } from './page-template.ts';
import type { Purpose } from './token.ts';

const { submissions } = strings;

/** The title and the HTML of a page. */
export interface PageContent {
  title: string;
  body: Markup;
}

/** The state of a form. */
export interface FormState {
  /** The path to which the form is sent. */
  action: string;
  fields: Fields;
  article: KnownArticle | null;
  /** The token that a submission needs. Without one, sending the form leads to the review page. */
  token: string | undefined;
  /** Why the submission was not stored, as a message to the reader; `null` when it was not refused. */
  refusal: string | null;
  errors: FieldErrors;
}

/** A preview of the comment, with the form to correct and send it. */
export function reviewPage(state: FormState): PageContent {
  // No preview of a refused comment: rendering it would be useless work.
  const text = state.refusal === null ? submissionSchema.shape.text.safeParse(state.fields.text) : null;
  const preview = text?.success
    ? html` <h2 class="part-title">${submissions.review.preview}</h2>
        <div class="comment-text">${raw(renderCommentText(text.data))}</div>`
    : '';
  return {
    title: submissions.review.title,
    body: html` <h1 class="page-title">${submissions.review.title}</h1>
      ${articleLink(state.article)}
      ${errorSummary(state.refusal, state.errors, ['text', 'name', 'email', 'site'])}
      ${state.refusal === null ? html`<p>${submissions.review.lead}</p>` : ''} ${preview}
      <h2 class="part-title">${submissions.review.edit}</h2>
      ${commentForm(state, submissions.review.send)}`,
  };
}

/** An empty form to reply to a comment. */
export function replyPage(state: FormState): PageContent {
  return {
    title: submissions.write.reply,
    body: html` <h1 class="page-title">${submissions.write.reply}</h1>
      ${articleLink(state.article)} ${commentForm(state, submissions.write.next)}`,
  };
}

/** A form to report a comment. */
export function reportPage({ action, fields, article, token, refusal, errors }: FormState): PageContent {
  return {
    title: submissions.report.title,
    body: html` <h1 class="page-title">${submissions.report.title}</h1>
      ${articleLink(article)}
      ${errorSummary(refusal, errors, ['reason', 'text', 'name', 'email', 'goodFaith'])}
      <p>${submissions.report.lead}</p>
      <form method="post" action="${action}">
        ${hidden('article', fields.article)}${hidden('comment', fields.comment)}${hidden('token', token)}
        ${choice({
          name: 'reason',
          label: submissions.report.reason,
          value: fields.reason,
          error: errors['reason'],
          options: submissions.report.reasons,
        })}
        ${textArea({
          name: 'text',
          label: submissions.report.text,
          help: submissions.report.textHelp(REPORT_LENGTH),
          value: fields.text,
          error: errors['text'],
          maxLength: REPORT_LENGTH,
        })}
        ${input({
          name: 'name',
          label: submissions.report.name,
          value: fields.name,
          error: errors['name'],
          type: 'text',
          autocomplete: 'name',
          maxLength: NAME_LENGTH,
        })}
        ${input({
          name: 'email',
          label: submissions.report.email,
          value: fields.email,
          error: errors['email'],
          type: 'email',
          autocomplete: 'email',
          maxLength: EMAIL_LENGTH,
        })}
        ${checkbox({
          name: 'goodFaith',
          label: submissions.report.goodFaith,
          value: fields.goodFaith,
          error: errors['goodFaith'],
        })}
        ${honeypot()}
        <p><button class="button" type="submit">${submissions.report.send}</button></p>
      </form>`,
  };
}

/**
 * The page shown after a comment or a report was stored.
 *
 * @param erasure the path of the page on which its writer can erase the comment; `null` when it is unknown
 */
export function thanksPage(
  purpose: Purpose,
  article: KnownArticle | null,
  home: string,
  erasure: string | null,
): PageContent {
  const { thanks } = submissions;
  const title = purpose === 'report' ? thanks.report : thanks.title;
  const links = [...(article ? [[article.href, thanks.back(article.title)]] : []), [home, thanks.home]];
  return {
    title,
    body: html` <h1 class="page-title">${title}</h1>
      <p>${purpose === 'report' ? thanks.reportText : thanks.text}</p>
      ${erasure === null ? '' : html`<p>${thanks.keep} <a href="${erasure}">${thanks.erase}</a></p>`}
      <ul>
        ${links.map(([href, label]) => html`<li><a href="${href}">${label}</a></li>`)}
      </ul>`,
  };
}

/** A page with a message and without a form. */
export function messagePage(title: string, message: string, home: string): PageContent {
  return {
    title,
    body: html` <h1 class="page-title">${title}</h1>
      <p>${message}</p>
      <p><a href="${home}">${submissions.thanks.home}</a></p>`,
  };
}

function articleLink(article: KnownArticle | null): Markup | '' {
  return article
    ? html`<p><a href="${article.href}">${submissions.write.onArticle(typeset(article.title))}</a></p>`
    : '';
}

function commentForm({ action, fields, token, errors }: FormState, send: string): Markup {
  const { name, email, site, text, textHelp, privacy } = submissions.fields;
  // If the parent comment was removed, the reply becomes a top-level comment.
  const replyTo = errors['replyTo'] === undefined ? fields.replyTo : undefined;
  const field = (key: 'name' | 'email' | 'site' | 'text', label: string, maxLength: number) => ({
    name: key,
    label,
    maxLength,
    value: fields[key],
    error: errors[key],
  });
  return html` <form method="post" action="${action}">
    ${hidden('article', fields.article)}${hidden('replyTo', replyTo)}${hidden('token', token)}
    ${textArea({ ...field('text', text, TEXT_LENGTH), help: textHelp(TEXT_LENGTH), required: true })}
    ${input({ ...field('name', name, NAME_LENGTH), type: 'text', autocomplete: 'name', required: true })}
    ${input({ ...field('email', email, EMAIL_LENGTH), type: 'email', autocomplete: 'email' })}
    ${input({ ...field('site', site, SITE_LENGTH), type: 'url', autocomplete: 'url' })}
    ${checkbox({ name: 'follow', label: submissions.fields.follow, value: fields.follow, error: undefined })}
    ${honeypot()}
    <p>${privacy}</p>
    <p><button class="button" type="submit">${send}</button></p>
  </form>`;
}
