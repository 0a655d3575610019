import { describeError } from '#comments/log.ts';
import { deliverDue, type OutboxDependencies } from './outbox.ts';

/** How often the mailer checks the outbox, in milliseconds. */
const INTERVAL = 30_000;

/** Sends the messages of the outbox that are due, one pass after the other. */
export interface Mailer {
  /** Checks the outbox now. Never throws. */
  wake(): Promise<void>;
  stop(): void;
}

/** @param before runs before each pass, for example to add notices to the outbox */
export function startMailer(dependencies: OutboxDependencies, before: () => Promise<void>): Mailer {
  let pass: Promise<void> | null = null;
  let wakes = 0;

  async function run(): Promise<void> {
    for (let seen = 0; seen !== wakes;) {
      seen = wakes;
      try {
        await before();
        while ((await deliverDue(dependencies)) > 0);
      } catch (error) {
        dependencies.log('outbox-fault', describeError(error));
      }
    }
    pass = null;
  }

  function wake(): Promise<void> {
    wakes += 1;
    pass ??= run();
    return pass;
  }

  const timer = setInterval(() => void wake(), INTERVAL).unref();
  return { wake, stop: () => clearInterval(timer) };
}
