import { inspectCommentText } from '#lib/comments/comment-text.ts';
import { formatDate, formatTime } from '#lib/dates.ts';
import { inertLine, inertText } from '#lib/html/inert-text.ts';
import type { StoredComment } from '#comments/store/queries/comments.ts';
import type { StoredReport } from '#comments/store/queries/reports.ts';
import { strings } from '#strings/site.ts';

const { moderation, submissions } = strings;
const EXCERPT_LENGTH = 60;

/** A comment or a report that waits for a decision. */
export type PendingItem = (StoredComment & { kind: 'comment' }) | (StoredReport & { kind: 'report' });

/** Formats one line of the list, without control sequences, which the terminal would execute. */
export function formatLine(item: PendingItem): string {
  const summary =
    item.kind === 'comment'
      ? `${inertLine(item.name)} : ${excerpt(item.text)}`
      : `${reasonOf(item)} (${item.comment})`;
  return `${item.id}  ${moderation[item.kind]}  ${item.article}  ${summary}`;
}

/**
 * Formats all fields. Each line of a text by a reader has a mark, so that it cannot imitate the output of the command.
 */
export function formatItem(item: PendingItem): string {
  const { labels } = moderation;
  const date = new Date(item.writtenAt);
  const common = {
    [labels.id]: item.id,
    [labels.article]: item.article,
    [labels.date]: `${formatDate(date)}, ${formatTime(date)}`,
  };
  const own =
    item.kind === 'comment'
      ? {
          [labels.name]: item.name,
          [labels.email]: item.email,
          [labels.site]: item.site,
          [labels.replyTo]: item.replyTo,
          [labels.links]: String(inspectCommentText(item.text).links),
        }
      : {
          [labels.comment]: item.comment,
          [labels.reason]: reasonOf(item),
        };
  const lines = Object.entries({ ...common, ...own }).flatMap(([label, value]) =>
    value === null ? [] : `${label} : ${inertLine(value)}`,
  );
  const text = inertText(item.text ?? '')
    .split('\n')
    .map((line) => `  │ ${line}`);
  return [...lines, '', ...text].join('\n');
}

/** A form of an earlier version may have stored a reason that no longer has a label. */
function reasonOf({ reason }: StoredReport): string {
  return new Map(Object.entries(submissions.report.reasons)).get(reason) ?? inertLine(reason);
}

function excerpt(text: string): string {
  const line = inertLine(text);
  return line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH)}…` : line;
}
