/** The magazine's time zone: a date without an hour is a day in Paris. */
const TIME_ZONE = 'Europe/Paris';

const NO_BREAK = '\u00A0';
const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::[0-5]\d)?)?$/u;
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

const paris = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const monthName = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', month: 'long' });

interface CivilDate {
  year: number;
  /** 1 to 12 */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

function civilDate(date: Date): CivilDate {
  const shifted = new Date(date.getTime() + offset(date));
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
}

const HOUR = 3_600_000;
/**
 * Capacity of the cache of offsets, which are slow to compute. Ten years of articles need 3,650 entries, one per
 * midnight.
 */
const MAX_CACHED_HOURS = 20_000;
const offsets = new Map<number, number>();

/** The offset of Paris from UTC, in milliseconds. It is cached by hour, because clocks change on the hour. */
function offset(date: Date): number {
  const hour = Math.floor(date.getTime() / HOUR);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  if (offsets.size >= MAX_CACHED_HOURS) offsets.clear();
  const computed = offsetAt(hour * HOUR);
  offsets.set(hour, computed);
  return computed;
}

function offsetAt(time: number): number {
  const parts = Object.fromEntries(paris.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - time;
}

/** Earlier years, such as 0202, are typing mistakes. */
const FIRST_YEAR = 1000;

/**
 * Reads a date as editors write it: `2024-06-21` (midnight in Paris) or `2024-06-21 14:30` (Paris time).
 *
 * @returns the instant, or `null` for another text, a day that does not exist, or a year before 1000
 */
export function parseDate(text: string): Date | null {
  const match = WRITTEN.exec(text.trim());
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  if (year < FIRST_YEAR || !isDay(year, month, day) || hour > 23 || minute > 59) return null;
  const utc = new Date(Date.UTC(year, month - 1, day, hour, minute));
  // The first guess may fall on the other side of a clock change.
  const guess = new Date(utc.getTime() - offset(utc));
  return new Date(utc.getTime() - offset(guess));
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  // Date.UTC reads the year 79 as 1979.
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function frenchDay(day: number): string {
  return day === 1 ? '1er' : String(day);
}

/** « 1er juin 2024 », in Paris. */
export function formatDate(date: Date): string {
  const { year, month, day } = civilDate(date);
  return `${frenchDay(day)}${NO_BREAK}${formatMonth(month)} ${year}`;
}

/** « juin » for 6. */
export function formatMonth(month: number): string {
  return monthName.format(new Date(Date.UTC(2024, month - 1, 1)));
}

/** « 14 h 30 », in Paris. */
export function formatTime(date: Date): string {
  const { hour, minute } = civilDate(date);
  return `${hour}${NO_BREAK}h${NO_BREAK}${String(minute).padStart(2, '0')}`;
}

/** `2024-06-21`, the day in Paris. */
export function isoDay(date: Date): string {
  const { year, month, day } = civilDate(date);
  return [String(year).padStart(4, '0'), pad(month), pad(day)].join('-');
}

/**
 * The instant that metadata gives for a date. A day without an hour (midnight in Paris) becomes seven in the morning,
 * which is the same day from Montréal to Nouméa.
 */
export function metadataInstant(date: Date): Date {
  const { hour, minute, second } = civilDate(date);
  return hour + minute + second === 0 ? (parseDate(`${isoDay(date)} 07:00`) ?? date) : date;
}

/** `2024-06-21T07:00:00+02:00`, for structured data. */
export function isoWithOffset(date: Date): string {
  const { hour, minute, second } = civilDate(date);
  const minutes = offset(date) / 60_000;
  const sign = minutes < 0 ? '-' : '+';
  const size = Math.abs(minutes);
  const zone = `${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
  return `${isoDay(date)}T${pad(hour)}:${pad(minute)}:${pad(second)}${zone}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * Formats a date that may lack its day or its month: `1966`, `2022-11`, `2022-11-30`.
 *
 * @returns « 1966 », « novembre 2022 », « 30 novembre 2022 », or `null` for another text
 */
export function formatPartialDate(text: string): string | null {
  const match = PARTIAL.exec(text.trim());
  if (!match) return null;
  const [year = 0, month = 1, day = 1] = match.slice(1).map((part) => (part ? Number(part) : undefined));
  if (year === 0 || month < 1 || month > 12 || !isDay(year, month, day)) return null;
  if (!match[2]) return String(year);
  const monthOfYear = `${formatMonth(month)} ${year}`;
  return match[3] ? `${frenchDay(day)}${NO_BREAK}${monthOfYear}` : monthOfYear;
}
