import { inertText } from '#lib/html/inert-text.ts';
import { fr } from '#lib/typography/fr.ts';

/** The system's names for a disk that takes no more: Rolldown tells of what a plugin met by its words alone. */
const FULL = ['ENOSPC', 'EFBIG', 'EDQUOT'];
const FULL_IN_WORDS = new RegExp(`\\b(?:${FULL.join('|')}):`, 'u');
/** The same by their numbers on Linux and macOS, which is how tools written in Rust (Rolldown) say them. */
const FULL_IN_RUST = /\(os error (?:27|28|69|122)\)/u;
/** Of the tools themselves, and of no use to editors. */
const BACKTRACE = /\n\s*Stack backtrace:\s*\n[\s\S]*$|\n\s+at .*(?=\n|$)/gu;

/** Why a build stopped, with the remedy when the disk is full. */
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

/** An error, and those that it tells as its causes or gathers: pictures that cannot be drawn come together. */
function* causesOf(error: unknown): Iterable<Error> {
  if (!(error instanceof Error)) return;
  yield error;
  yield* causesOf(error.cause);
  if (error instanceof AggregateError) for (const one of error.errors) yield* causesOf(one);
}
