import { inspectCommentText } from '#lib/comments/comment-text.ts';
import { formatDate, formatTime } from '#lib/dates.ts';
import { inertLine, inertText } from '#lib/html/inert-text.ts';
import type { Pending, Report } from '#comments/store/records.ts';
import { strings } from '#strings/site.ts';

const { moderation, intake } = strings;
const START_LENGTH = 60;

/** What waits for an editor. */
export type Waiting = (Pending & { kind: 'comment' }) | (Report & { kind: 'report' });

/** One line of the list. What readers wrote is shown inert. */
export function showLine(waiting: Waiting): string {
  const { id, kind, article } = waiting;
  const said =
    waiting.kind === 'comment'
      ? `${inertLine(waiting.name)} : ${start(waiting.text)}`
      : `${intake.report.reasons[waiting.reason]} (${waiting.comment})`;
  return `${id}  ${moderation[kind]}  ${article}  ${said}`;
}

/** All of it. Each line of a reader's text is marked, so that none passes for a line of the command. */
export function showWhole(waiting: Waiting): string {
  const { labels } = moderation;
  const date = new Date(waiting.date);
  const common = {
    [labels.id]: waiting.id,
    [labels.article]: waiting.article,
    [labels.date]: `${formatDate(date)}, ${formatTime(date)}`,
  };
  const own =
    waiting.kind === 'comment'
      ? {
          [labels.name]: waiting.name,
          [labels.email]: waiting.email,
          [labels.site]: waiting.site,
          [labels.replyTo]: waiting.replyTo,
          [labels.links]: String(inspectCommentText(waiting.text).links),
        }
      : {
          [labels.comment]: waiting.comment,
          [labels.reason]: intake.report.reasons[waiting.reason],
        };
  const lines = Object.entries({ ...common, ...own })
    .filter(([, value]) => value !== undefined)
    .map(([label, value = '']) => `${label} : ${inertLine(value)}`);
  const text = inertText(waiting.text ?? '')
    .split('\n')
    .map((line) => `  │ ${line}`);
  return [...lines, '', ...text].join('\n');
}

/** A file that cannot be read, and what removes it. Its name is to be typed: it is not typeset. */
export function showDamaged(file: string): string {
  const quoted = `'${file.replaceAll("'", String.raw`'\''`)}'`;
  return `${moderation.damaged} ${file}\n  ${moderation.toDiscard} npm run comments -- supprimer ${quoted}`;
}

function start(text: string): string {
  const line = inertLine(text);
  return line.length > START_LENGTH ? `${line.slice(0, START_LENGTH)}…` : line;
}
