import { html } from 'hono/html';
import { hidden, textArea } from '#comments/service/form-fields.ts';
import { REPORT_LENGTH } from '#comments/service/report-schema.ts';
import type { PageContent } from '#comments/service/page-contents.ts';
import type { Markup } from '#comments/service/page-template.ts';
import type { StoredReport } from '#comments/store/queries/reports.ts';
import { strings } from '#strings/site.ts';
import { type CommentView, commentView, dateOf } from './comment-view.ts';
import { moderatorPage, type PageFrame, sessionForm } from './layout.ts';
import { reasonButtons } from './queue-page.ts';

const { reports: labels, queue } = strings.moderationPages;

export interface ReportsPage {
  items: readonly { report: StoredReport; view: CommentView | null }[];
  next: string | null;
}

/** The pending reports, with the comments that they are about. */
export function reportsPage(frame: PageFrame, { items, next }: ReportsPage): PageContent {
  const entries = items.map((item) => html`<li class="item">${reportItem(frame, item)}</li>`);
  const more = html`<p class="pages">
    <a href="${frame.mount}signalements/?${new URLSearchParams({ apres: next ?? '' }).toString()}"
      >${queue.next}</a
    >
  </p>`;
  return moderatorPage(
    frame,
    'reports',
    labels.title,
    items.length === 0
      ? html`<p>${labels.empty}</p>`
      : html`<ol class="items">
            ${entries}
          </ol>
          ${next === null ? '' : more}`,
  );
}

function reportItem(frame: PageFrame, { report, view }: ReportsPage['items'][number]): Markup {
  const reasons: Readonly<Record<string, string>> = strings.submissions.report.reasons;
  const who = report.name === null ? labels.anonymous : labels.by(report.name);
  const fields = html`${hidden('signalement', report.id)}${hidden('liste', 'reports')}
    ${
      report.email === null
        ? ''
        : textArea({
            name: 'texte',
            id: `explication-${report.id}`,
            label: labels.answer,
            help: labels.answerHelp,
            value: '',
            error: undefined,
            maxLength: REPORT_LENGTH,
          })
    }
    <div class="decisions">
      <button class="button" type="submit" name="decision" value="dismiss:${report.id}">
        ${labels.keep}
      </button>
      ${view?.comment.state === 'approved' ? reasonButtons('withdraw', report.comment) : ''}
    </div>`;
  return html`<div class="reported">
      <p><strong>${reasons[report.reason] ?? report.reason}</strong></p>
      <p class="facts">${who} · ${dateOf(report.writtenAt)}</p>
      ${report.text === null ? '' : html`<blockquote class="comment-text">${report.text}</blockquote>`}
    </div>
    ${view ? html`<article aria-labelledby="nom-${report.comment}">${commentView(view, 2)}</article>` : ''}
    ${sessionForm(frame, 'decisions/', fields)}`;
}
