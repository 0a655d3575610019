import { stripVTControlCharacters } from 'node:util';
import type { AstroLoggerDestination, AstroLoggerMessage } from 'astro';
import nodeLog from 'astro/logger/node';

/** How Astro (7.3, core/build/generate.js) ends the line of a page: one that it left as an earlier build made it. */
const LEFT = /^ \((?:cached|restored)\)$/u;
/** One that it rendered, or had written by who rendered it; of several at once, this does not tell which. */
const RENDERED = /^ \(\+[\d.]+m?s\) (?:\(file not created, response body was empty\))?$/u;
/** Between pages that are said together. */
const NEXT = `\n${' '.repeat('12:34:56 '.length)}`;
/** Milliseconds that a page waits for others to be said with it: writing a line each takes a second of ten thousand. */
const TOGETHER = 100;

/**
 * What a build says: pages that it renders, a line each, and nothing of the thousands that it leaves as they are.
 *
 * @param log writes each message; by default, Astro's own
 */
export default function buildLog(log: AstroLoggerDestination = nodeLog()): AstroLoggerDestination {
  let begun: AstroLoggerMessage | null = null;
  let pages: AstroLoggerMessage[] = [];
  let lastSaid = 0;
  const sayPages = () => {
    const [first] = pages;
    if (first)
      log.write({ ...first, message: pages.map(({ message }) => message).join(NEXT), newLine: true });
    pages = [];
    lastSaid = performance.now();
  };
  return {
    write(message) {
      const end = message.label === 'SKIP_FORMAT' ? stripVTControlCharacters(message.message) : '';
      const isLeft = LEFT.test(end);
      if (begun && !isLeft) pages.push(begun);
      begun = message.newLine ? null : message;
      if (isLeft || RENDERED.test(end) || begun) {
        if (performance.now() - lastSaid > TOGETHER) sayPages();
        return;
      }
      sayPages();
      log.write(message);
    },
  };
}
