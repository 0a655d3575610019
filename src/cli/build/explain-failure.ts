import { inertText } from '#lib/html/inert-text.ts';
import { fr } from '#lib/typography/fr.ts';

/** System error codes of a full disk. */
const FULL = ['ENOSPC', 'EFBIG', 'EDQUOT'];
/** The same codes in messages, because Rolldown reports errors of plugins only by their messages. */
const FULL_IN_WORDS = new RegExp(`\\b(?:${FULL.join('|')}):`, 'u');
/** The same errors by their numbers on Linux and macOS, as tools written in Rust (Rolldown) report them. */
const FULL_IN_RUST = /\(os error (?:27|28|69|122)\)/u;
/** Backtraces of the tools, which do not help editors. */
const BACKTRACE = /\n\s*Stack backtrace:\s*\n[\s\S]*$|\n\s+at .*(?=\n|$)/gu;

/** Explains why a build failed, with the remedy if the disk is full. */
export function explainFailure(error: unknown): string {
  const causes = [...causesOf(error)];
  const isFull = causes.some(
    (cause) =>
      ('code' in cause && FULL.includes(String(cause.code))) ||
      FULL_IN_WORDS.test(cause.message) ||
      FULL_IN_RUST.test(cause.message),
  );
  const words = [...new Set(causes.map(({ message }) => message.replace(BACKTRACE, '')))].filter(
    (message) => message !== '',
  );
  const remedies = isFull ? [fr`Le disque est plein : libérez de la place, puis recommencez.`] : [];
  return inertText([...(words.length > 0 ? words : [String(error)]), ...remedies].join('\n'));
}

/** Yields an error, its causes and the errors it aggregates: faults of several pictures are reported together. */
function* causesOf(error: unknown): Iterable<Error> {
  if (!(error instanceof Error)) return;
  yield error;
  yield* causesOf(error.cause);
  if (error instanceof AggregateError) for (const one of error.errors) yield* causesOf(one);
}
