import { html } from 'hono/html';
import type { SendMailOptions } from 'nodemailer';
import { onOneLine, removeHidden } from '#lib/comments/visible-text.ts';

/** A paragraph, a quotation with its author, or a link on a line of its own. */
export type MessagePart = string | { from: string; quote: string } | { label: string; link: string };

/** An e-mail to one person. It has no picture and no tracker that reveals when it is read. */
export interface Message {
  to: string;
  subject: string;
  parts: readonly MessagePart[];
  /** For messages that someone subscribed to: the address that unsubscribes them with one request (RFC 8058). */
  unsubscribe?: string | undefined;
}

/** The sender of all messages. */
export interface Sender {
  name: string;
  address: string;
}

/**
 * Composes a message with a text part and an HTML part.
 *
 * @param id the same for each attempt to send the message, so that mail servers can recognize a duplicate
 */
export function composeMessage({ to, subject, parts, unsubscribe }: Message, from: Sender, id: string) {
  const options: SendMailOptions = {
    from: { name: headerText(from.name), address: from.address },
    // As an object, it is always one address, even if it contains a comma.
    to: { name: '', address: headerText(to) },
    subject: headerText(subject),
    messageId: `<${id}@${from.address.split('@').at(-1) ?? ''}>`,
    text: `${[...parts.map(textOf), `-- \n${from.name}`].join('\n\n')}\n`,
    html: htmlOf(subject, parts, from.name),
    headers: {
      // Asks automatic responders not to reply (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe !== undefined && {
        'List-Unsubscribe': `<${headerText(unsubscribe)}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
  return options;
}

/** Puts a text on one line without invisible characters, so that it cannot start another header. */
function headerText(text: string): string {
  return onOneLine(removeHidden(text));
}

function textOf(part: MessagePart): string {
  if (typeof part === 'string') return part;
  if ('link' in part) return `${part.label}\n${part.link}`;
  const lines = removeHidden(part.quote).split('\n');
  return [part.from, ...lines.map((line) => `> ${line}`)].join('\n');
}

function htmlOf(subject: string, parts: readonly MessagePart[], signature: string): string {
  return String(
    html`<!doctype html>
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <meta name="color-scheme" content="light dark" />
          <title>${subject}</title>
          <style>
            body {
              max-width: 36em;
              margin: 1.5em auto;
              padding: 0 1em;
              font:
                1em/1.55 Georgia,
                serif;
            }
            blockquote {
              margin: 0;
              padding-left: 1em;
              border-left: 2px solid;
              white-space: pre-line;
            }
          </style>
        </head>
        <body>
          ${parts.map((part) => html`${htmlPart(part)} `)}
          <p>${signature}</p>
        </body>
      </html> `,
  );
}

function htmlPart(part: MessagePart) {
  if (typeof part === 'string') return html`<p>${part}</p>`;
  if ('link' in part) return html`<p><a href="${part.link}">${part.label}</a></p>`;
  return html`<p>${part.from}</p>
    <blockquote>${removeHidden(part.quote)}</blockquote>`;
}
