import { stripVTControlCharacters } from 'node:util';
import type { AstroLoggerDestination, AstroLoggerMessage } from 'astro';
import nodeLog from 'astro/logger/node';

/** How Astro (7.3, core/build/generate.js) ends the line of a page: one that it left as an earlier build made it. */
const LEFT = /^ \((?:cached|restored)\)$/u;
/** One that it rendered; of several at once, this does not tell which. */
const RENDERED = /^ \(\+[\d.]+m?s\) $/u;

/**
 * What a build says: pages that it renders, a line each, and nothing of the thousands that it leaves as they are.
 *
 * @param log writes each message; by default, Astro's own
 */
export default function buildLog(log: AstroLoggerDestination = nodeLog()): AstroLoggerDestination {
  let begun: AstroLoggerMessage | null = null;
  return {
    write(message) {
      const end = message.label === 'SKIP_FORMAT' ? stripVTControlCharacters(message.message) : '';
      const page = begun;
      begun = null;
      if (page && !LEFT.test(end)) log.write({ ...page, newLine: true });
      if (LEFT.test(end) || RENDERED.test(end)) return;
      if (message.newLine) log.write(message);
      else begun = message;
    },
  };
}
