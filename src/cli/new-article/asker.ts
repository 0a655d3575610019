import type { Readable, Writable } from 'node:stream';
import { confirm, isCancel, log, select, text } from '@clack/prompts';
import { ExpectedError } from '#lib/expected-error.ts';
import { strings } from '#strings/site.ts';

/** Thrown when an editor cancels a question (Ctrl-C, Escape). */
export class Cancelled extends ExpectedError {}

/** Asks an editor questions. */
export interface Asker {
  /** Returns a text, which may be empty unless `required`. */
  text(
    message: string,
    options: { fault: (written: string) => string | null; required: boolean; initial?: string },
  ): Promise<string>;
  choose(
    message: string,
    choices: readonly { value: string; label: string }[],
    initial?: string,
  ): Promise<string>;
  confirm(message: string, initial: boolean): Promise<boolean>;
  warn(message: string): void;
}

/** Asks in a terminal. */
export function terminalAsker(streams: { input?: Readable; output?: Writable } = {}): Asker {
  const answered = async <Answer>(question: Promise<Answer>) => {
    const answer = await question;
    if (isCancel(answer)) throw new Cancelled();
    return answer as Exclude<Answer, symbol>;
  };
  return {
    async text(message, { fault, required, initial: initialValue = '' }) {
      const validate = (written = '') =>
        written.trim() === '' && !required ? undefined : (fault(written.trim()) ?? undefined);
      const answer = await answered(text({ message, validate, initialValue, ...streams }));
      // @clack/prompts may return undefined for an empty answer.
      return ((answer as string | undefined) ?? '').trim();
    },
    choose: (message, choices, initial) =>
      answered(
        select({
          message,
          options: [...choices],
          showInstructions: false,
          maxItems: 14,
          ...(initial === undefined ? {} : { initialValue: initial }),
          ...streams,
        }),
      ),
    confirm: (message, initialValue) =>
      answered(
        confirm({
          message,
          initialValue,
          active: strings.newArticle.ask.yes,
          inactive: strings.newArticle.ask.no,
          ...streams,
        }),
      ),
    warn: (message) => log.warn(message, streams),
  };
}
