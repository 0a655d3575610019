import fc from 'fast-check';
import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { composeMessage, type Message } from '#comments/mail/message.ts';

const SENDER = { name: 'Innovations', address: 'commentaires@example.org' };
const PLAIN: Message = { to: 'ada@example.org', subject: 'Bonjour', parts: ['Un texte.'] };

/** Returns the text of a message as it is sent. */
async function write(message: Message, sender = SENDER): Promise<string> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  const { message: bytes } = await transport.sendMail(composeMessage(message, sender, 'an-id'));
  return (bytes as Buffer).toString();
}

/** The names of the headers; folded lines are joined first. */
const headersOf = (text: string) =>
  text
    .slice(0, text.indexOf('\n\n'))
    .replace(/\n[ \t]+/gu, ' ')
    .split('\n')
    .map((line) => line.slice(0, line.indexOf(':')));

describe('a message', () => {
  it('has a text part and an HTML part, one id, and no header but its own', async () => {
    const text = await write(PLAIN);
    expect(headersOf(text)).toEqual([
      'Auto-Submitted',
      'From',
      'To',
      'Subject',
      'Message-ID',
      'Date',
      'MIME-Version',
      'Content-Type',
    ]);
    expect(text).toContain('Message-ID: <an-id@example.org>');
    expect(text.match(/Content-Type: text\/(?:plain|html)/gu)).toEqual([
      'Content-Type: text/plain',
      'Content-Type: text/html',
    ]);
  });

  it('loads nothing: no picture, script, style sheet or frame', async () => {
    const { html } = composeMessage(PLAIN, SENDER, 'an-id');
    expect(html).not.toMatch(/<(?:img|script|link|iframe|object|video)|url\(|src=/iu);
  });

  it('shows what a reader wrote as text', () => {
    const parts = [{ from: '<b>Ada</b> :', quote: '<img src=x onerror=alert(1)>\n. & bye' }];
    const { html, text } = composeMessage({ ...PLAIN, parts }, SENDER, 'an-id');
    expect(html).toContain('&lt;img src=x');
    expect(html).not.toContain('<img');
    expect(text).toContain('> <img src=x onerror=alert(1)>\n> . & bye');
  });

  it('can be left with one request, when someone subscribed to it (RFC 8058)', async () => {
    const unsubscribe = 'https://example.org/commentaires/suivi/?jeton=abc';
    const text = await write({ ...PLAIN, unsubscribe });
    expect(text.replace(/\n[ \t]+/gu, ' ')).toContain(`List-Unsubscribe: <${unsubscribe}>`);
    expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  const LINE_BREAKS = ['\r\n', '\n', '\r', '\u0085', '\u2028', '\0'];
  const hostile = fc
    .array(
      fc.constantFrom(
        ...LINE_BREAKS,
        'Bcc: eve@example.org',
        ' ',
        ':',
        '<',
        '>',
        ',',
        '"',
        '=?utf-8?q?=0A?=',
        'é',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));

  it('has no header and no recipient that its fields inject', async () => {
    const expected = headersOf(await write({ ...PLAIN, unsubscribe: 'https://example.org/' }));
    const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, hostile, async (subject, to, name, address) => {
        const message = {
          to: `${to}ada@example.org`,
          subject: `S${subject}`,
          parts: [subject],
          unsubscribe: `https://example.org/${address}`,
        };
        const sent = await transport.sendMail(
          composeMessage(message, { ...SENDER, name: `N${name}` }, 'an-id'),
        );
        expect(headersOf((sent.message as Buffer).toString())).toEqual(expected);
        expect(sent.envelope.to).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});
