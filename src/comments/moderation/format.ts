import { inspectCommentText } from '#lib/comments/comment-text.ts';
import { formatDate, formatTime } from '#lib/dates.ts';
import { inertLine, inertText } from '#lib/html/inert-text.ts';
import type { Pending, Report } from '#comments/store/records.ts';
import { strings } from '#strings/site.ts';

const { moderation, submissions } = strings;
const EXCERPT_LENGTH = 60;

/** A comment or a report that waits for a decision. */
export type PendingItem = (Pending & { kind: 'comment' }) | (Report & { kind: 'report' });

/** Formats one line of the list, which holds no control sequence of the terminal. */
export function formatLine(item: PendingItem): string {
  const summary =
    item.kind === 'comment'
      ? `${inertLine(item.name)} : ${excerpt(item.text)}`
      : `${submissions.report.reasons[item.reason]} (${item.comment})`;
  return `${item.id}  ${moderation[item.kind]}  ${item.article}  ${summary}`;
}

/** Formats all fields. Each line of a reader's text is marked, so that none looks like a line of the command. */
export function formatItem(item: PendingItem): string {
  const { labels } = moderation;
  const date = new Date(item.date);
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
          [labels.reason]: submissions.report.reasons[item.reason],
        };
  const lines = Object.entries({ ...common, ...own })
    .filter(([, value]) => value !== undefined)
    .map(([label, value = '']) => `${label} : ${inertLine(value)}`);
  const text = inertText(item.text ?? '')
    .split('\n')
    .map((line) => `  │ ${line}`);
  return [...lines, '', ...text].join('\n');
}

/** Formats the name of a damaged file with the command that removes it, without French typography: editors type it. */
export function formatDamaged(file: string): string {
  const quoted = `'${file.replaceAll("'", String.raw`'\''`)}'`;
  return `${moderation.damaged} ${file}\n  ${moderation.toDiscard} npm run comments -- supprimer ${quoted}`;
}

function excerpt(text: string): string {
  const line = inertLine(text);
  return line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH)}…` : line;
}
