import { formatMonth, formatPartialDate, formatTime, isoDay, parseDate } from './dates.ts';
import { removeDiacritics } from './diacritics.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => formatMonth(index + 1));
const ENGLISH = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december'],
];
const bare = (text: string) => removeDiacritics(text).toLowerCase();

const TIME = /(?:^|[\sàT,])(\d{1,2})\s*(?:h|:)\s*(\d{2})?(?::\d{2})?\s*(?:min)?\.?$/iu;
const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/u;
const DAY_FIRST = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/u;
const IN_WORDS = /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:er|st|nd|rd|th)?\s+(\p{L}+)\.?,?\s+(\d{4})$/u;
const MONTH_FIRST = /^(?:\p{L}+\.?,?\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;
/** Dates with a time zone, in the formats that programs write (ISO 8601, RFC 2822). */
const WITH_ZONE = /^(?:\d{4}-\d{2}-\d{2}[T ]|\p{L}{3}, \d).*(?:Z|[+-]\d{2}:?\d{2}|GMT|UTC)$/u;

/**
 * Converts a date in another format to that of content: `2024-06-21`, or `2024-06-21 14:30` in Paris.
 *
 * An ambiguous day is read day first, as in French.
 *
 * @returns `null` when no date that exists is recognised
 */
export function correctedDate(text: string): string | null {
  const written = text
    .replace(/[\s\u00A0\u202F]+/gu, ' ')
    .trim()
    .slice(0, 60);
  if (WITH_ZONE.test(written)) return inParis(written);
  const time = TIME.exec(written);
  const day = time ? written.slice(0, time.index).replace(/[\sà,T]+$/u, '') : written;
  const date = dayOf(day);
  if (date === null) return null;
  const [, hour = '', minutes = '00'] = time ?? [];
  const corrected = time ? `${date} ${hour.padStart(2, '0')}:${minutes}` : date;
  return parseDate(corrected) ? corrected : null;
}

/** Like `correctedDate`, for a date that may lack its day or its month. */
export function correctedPartialDate(text: string): string | null {
  const written = text
    .replace(/[\s\u00A0\u202F]+/gu, ' ')
    .trim()
    .slice(0, 60);
  const [, year, month] = /^(\d{4})[-/. ](\d{1,2})$/u.exec(written) ?? [];
  const [, first, last] = /^(\d{1,2})\s*[-/. ]\s*(\d{4})$/u.exec(written) ?? [];
  const [, name, after] = /^(\p{L}+)\.?\s+(\d{4})$/u.exec(written) ?? [];
  const number = month ?? first ?? (name ? monthOf(name) : undefined);
  const found = number ? `${year ?? last ?? after}-${String(number).padStart(2, '0')}` : null;
  if (found && formatPartialDate(found)) return found;
  return correctedDate(written)?.slice(0, 'yyyy-mm-dd'.length) ?? null;
}

function inParis(written: string): string | null {
  const instant = new Date(written);
  if (Number.isNaN(instant.getTime())) return null;
  const [, hour = '', minutes = ''] = /^(\d+)\D+(\d+)$/u.exec(formatTime(instant)) ?? [];
  return `${isoDay(instant)} ${hour.padStart(2, '0')}:${minutes}`;
}

function dayOf(text: string): string | null {
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? COMPACT.exec(text) ?? [];
  if (year) return iso(year, month, day) ?? iso(year, day, month);
  const [, first, second, last] = DAY_FIRST.exec(text) ?? [];
  if (last) return iso(last, second, first) ?? iso(last, first, second);
  const [, inWords, name = '', after] = IN_WORDS.exec(text) ?? [];
  if (after) return iso(after, String(monthOf(name) ?? ''), inWords);
  const [, monthName = '', ordinal, end] = MONTH_FIRST.exec(text) ?? [];
  return end ? iso(end, String(monthOf(monthName) ?? ''), ordinal) : null;
}

function iso(year: string, month = '', day = ''): string | null {
  const whole = year.length === 2 ? `20${year}` : year;
  const date = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDate(date) ? date : null;
}

/**
 * The month (1 to 12) that a name stands for: « juin », « juil. », « june ». `undefined` for another word, or an
 * ambiguous abbreviation.
 */
function monthOf(name: string): number | undefined {
  const begins = bare(name);
  if (begins.length < 3) return undefined;
  for (const names of [MONTHS, ENGLISH]) {
    const found = names.flatMap((month, index) => (bare(month).startsWith(begins) ? [index + 1] : []));
    if (found.length === 1) return found[0];
  }
  return undefined;
}
