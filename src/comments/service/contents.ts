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
import type { Fields } from './body.ts';
import { type Errors, choice, hidden, honeypot, input, summary, textArea } from './form-parts.ts';
import type { KnownArticle } from './known-articles.ts';
import { REPORT_LENGTH } from '#comments/store/records.ts';
import type { Markup } from './template.ts';

const { intake } = strings;

/** A page's title and what it says. */
export interface Content {
  title: string;
  body: Markup;
}

/** What a form needs to be shown, filled in, sent and corrected. */
export interface FormState {
  /** Where it is sent. */
  action: string;
  fields: Fields;
  article: KnownArticle | null;
  /** The right to send it; without one, it is shown again before it is kept. */
  token: string | undefined;
  /** Why it was not kept. */
  refusal: string | null;
  errors: Errors;
}

/** « Relisez votre commentaire »: how it will look, and the form to correct and send it. */
export function reviewContent(state: FormState): Content {
  // What is refused is given back as it was typed: rendering is work, done for what may be sent.
  const text = state.refusal === null ? submissionSchema.shape.text.safeParse(state.fields.text) : null;
  const preview = text?.success
    ? html` <h2 class="part-title">${intake.review.preview}</h2>
        <div class="comment-text">${raw(renderCommentText(text.data))}</div>`
    : '';
  return {
    title: intake.review.title,
    body: html` <h1 class="page-title">${intake.review.title}</h1>
      ${onArticle(state.article)} ${summary(state.refusal, state.errors, ['text', 'name', 'email', 'site'])}
      ${state.refusal === null ? html`<p>${intake.review.lead}</p>` : ''} ${preview}
      <h2 class="part-title">${intake.review.edit}</h2>
      ${commentForm(state, intake.review.send)}`,
  };
}

/** An empty form to answer a comment. */
export function replyContent(state: FormState): Content {
  return {
    title: intake.write.reply,
    body: html` <h1 class="page-title">${intake.write.reply}</h1>
      ${onArticle(state.article)} ${commentForm(state, intake.write.next)}`,
  };
}

export function reportContent({ action, fields, article, token, refusal, errors }: FormState): Content {
  return {
    title: intake.report.title,
    body: html` <h1 class="page-title">${intake.report.title}</h1>
      ${onArticle(article)} ${summary(refusal, errors, ['reason', 'text'])}
      <p>${intake.report.lead}</p>
      <form method="post" action="${action}">
        ${hidden('article', fields.article)}${hidden('comment', fields.comment)}${hidden('token', token)}
        ${choice({
          name: 'reason',
          label: intake.report.reason,
          value: fields.reason,
          error: errors['reason'],
          options: intake.report.reasons,
        })}
        ${textArea({
          name: 'text',
          label: intake.report.text,
          help: intake.report.textHelp(REPORT_LENGTH),
          value: fields.text,
          error: errors['text'],
          most: REPORT_LENGTH,
        })}
        ${honeypot()}
        <p><button class="button" type="submit">${intake.report.send}</button></p>
      </form>`,
  };
}

/** What a reader is told once it is kept. */
export function thanksContent(
  what: 'comment' | 'report',
  article: KnownArticle | null,
  home: string,
): Content {
  const { thanks } = intake;
  const title = what === 'report' ? thanks.report : thanks.title;
  const ways = [...(article ? [[article.href, thanks.back(article.title)]] : []), [home, thanks.home]];
  return {
    title,
    body: html` <h1 class="page-title">${title}</h1>
      <p>${what === 'report' ? thanks.reportText : thanks.text}</p>
      <ul>
        ${ways.map(([href, label]) => html`<li><a href="${href}">${label}</a></li>`)}
      </ul>`,
  };
}

/** What is said where no form can be given back. */
export function messageContent(title: string, message: string, home: string): Content {
  return {
    title,
    body: html` <h1 class="page-title">${title}</h1>
      <p>${message}</p>
      <p><a href="${home}">${intake.thanks.home}</a></p>`,
  };
}

function onArticle(article: KnownArticle | null): Markup | '' {
  return article
    ? html`<p><a href="${article.href}">${intake.write.onArticle(typeset(article.title))}</a></p>`
    : '';
}

function commentForm({ action, fields, token, errors }: FormState, send: string): Markup {
  const { name, email, site, text, textHelp, privacy } = intake.fields;
  // An answer to a comment that is gone is sent again as a comment of its own.
  const replyTo = errors['replyTo'] === undefined ? fields.replyTo : undefined;
  const field = (key: 'name' | 'email' | 'site' | 'text', label: string, most: number) => ({
    name: key,
    label,
    most,
    value: fields[key],
    error: errors[key],
  });
  return html` <form method="post" action="${action}">
    ${hidden('article', fields.article)}${hidden('replyTo', replyTo)}${hidden('token', token)}
    ${textArea({ ...field('text', text, TEXT_LENGTH), help: textHelp(TEXT_LENGTH), required: true })}
    ${input({ ...field('name', name, NAME_LENGTH), type: 'text', autocomplete: 'name', required: true })}
    ${input({ ...field('email', email, EMAIL_LENGTH), type: 'email', autocomplete: 'email' })}
    ${input({ ...field('site', site, SITE_LENGTH), type: 'url', autocomplete: 'url' })} ${honeypot()}
    <p>${privacy}</p>
    <p><button class="button" type="submit">${send}</button></p>
  </form>`;
}
