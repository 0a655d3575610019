import { formatTime } from '#lib/dates.ts';
import { strings } from '#strings/site.ts';
import type { Message, MessagePart } from './message.ts';

const { mail, submissions } = strings;
const { reasons } = strings.moderationPages;

/** Why a comment is not published. */
export type RefusalReason = keyof typeof reasons;

export const isReason = (text: string): text is RefusalReason => Object.hasOwn(reasons, text);

/** How much of a comment a notice quotes, in characters. */
const QUOTE_LENGTH = 400;
/** The maximum number of comments that a notice quotes. */
const MAX_QUOTED = 10;

export interface QuotedComment {
  name: string;
  /** The title of its article. */
  article: string;
  text: string;
}

/** Addresses of the pages that a decision refers to; `null` when the magazine has no such page. */
export interface DecisionLinks {
  charter: string | null;
  contact: string | null;
}

export function signInMessage(to: string, link: string, now: Date): Message {
  const { subject, text, link: label, ignore } = mail.signIn;
  // The time in the subject distinguishes several links in a list of messages.
  return { to, subject: `${subject} (${formatTime(now)})`, parts: [text, { label, link }, ignore] };
}

export function invitationMessage(to: string, link: string, by: string, magazine: string): Message {
  const { subject, text, link: label } = mail.invitation;
  return { to, subject: subject(magazine), parts: [text(by, magazine), { label, link }] };
}

/** Notifies a moderator of the comments and reports that wait for a decision. */
export function waitingMessage(
  to: string,
  link: string,
  waiting: { comments: readonly QuotedComment[]; count: number; reports: number },
): Message {
  const { subject, from, more, reports, link: label, settings } = mail.waiting;
  const quoted = waiting.comments.slice(0, MAX_QUOTED);
  const parts: MessagePart[] = quoted.map(({ name, article, text }) => ({
    from: from(name, article),
    quote: excerpt(text),
  }));
  if (waiting.count > quoted.length && quoted.length > 0) parts.push(more(waiting.count - quoted.length));
  if (waiting.reports > 0) parts.push(reports(waiting.reports));
  const title = waiting.count > 0 ? subject(waiting.count) : reports(waiting.reports);
  return { to, subject: title, parts: [...parts, { label, link }, settings] };
}

/** Asks a writer to confirm that the address is theirs, before any notification of replies. */
export function confirmationMessage(to: string, article: string, link: string): Message {
  const { subject, text, link: label, ignore } = mail.confirmation;
  return { to, subject, parts: [text(article), { label, link }, ignore] };
}

/** Notifies a writer of a reply. */
export function replyMessage(to: string, reply: QuotedComment, link: string, leave: string): Message {
  const { subject, from, link: label, leave: leaveLabel } = mail.reply;
  return {
    to,
    subject: subject(reply.name, reply.article),
    parts: [
      { from: from(reply.name), quote: excerpt(reply.text) },
      { label, link },
      { label: leaveLabel, link: leave },
    ],
    unsubscribe: leave,
  };
}

/** Explains to a writer why a comment is not published (DSA, article 17). */
export function decisionMessage(
  to: string,
  decision: 'rejected' | 'withdrawn',
  comment: Omit<QuotedComment, 'name'>,
  reason: RefusalReason,
  links: DecisionLinks,
): Message {
  const { illegal, rules, charterRules, ...kinds } = mail.decision;
  const { subject, text } = kinds[decision];
  const broken = reason === 'illicite' ? illegal : links.charter === null ? rules : charterRules;
  return {
    to,
    subject,
    parts: [
      { from: text(comment.article), quote: comment.text },
      `${kinds.reason(reasons[reason])} ${broken}`,
      ...appealParts(links),
    ],
  };
}

/** Acknowledges a report (DSA, article 16). */
export function reportReceivedMessage(to: string, article: string, report: string, reason: string): Message {
  const { subject, text } = mail.report.received;
  const labels: Readonly<Record<string, string>> = submissions.report.reasons;
  return { to, subject, parts: [text(article, report), mail.decision.reason(labels[reason] ?? reason)] };
}

/** Informs the reader who reported a comment of the decision and its reason. */
export function reportDecidedMessage(
  to: string,
  report: string,
  decision: 'upheld' | 'dismissed',
  explanation: string,
  links: DecisionLinks,
): Message {
  const { subject, ...texts } = mail.report.decided;
  return {
    to,
    subject,
    parts: [texts[decision](report), ...(explanation === '' ? [] : [explanation]), ...appealParts(links)],
  };
}

/** States that a person decided, and how to appeal (DSA, articles 17 and 20). */
function appealParts(links: DecisionLinks): MessagePart[] {
  const { human, appeal, charter, contact } = mail.decision;
  return [
    human,
    appeal(links.contact !== null),
    ...(links.charter === null ? [] : [{ label: charter, link: links.charter }]),
    ...(links.contact === null ? [] : [{ label: contact, link: links.contact }]),
  ];
}

function excerpt(text: string): string {
  return text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH).trimEnd()}…` : text;
}
