/** The magazine's time zone: a date without an hour is a day in Paris. */
export const TIME_ZONE = 'Europe/Paris';

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
/** Hours whose offset is remembered: asking for it is the slow part, and ten years of articles hold 3,650 midnights. */
const MOST_HOURS = 20_000;
const offsets = new Map<number, number>();

/** Milliseconds between UTC and the time in Paris at that instant: one for each hour, as clocks change between two. */
function offset(date: Date): number {
  const hour = Math.floor(date.getTime() / HOUR);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  if (offsets.size >= MOST_HOURS) offsets.clear();
  const asked = offsetAt(hour * HOUR);
  offsets.set(hour, asked);
  return asked;
}

function offsetAt(time: number): number {
  const parts = Object.fromEntries(paris.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - time;
}

/** Clocks of Paris and calendars of computers agree on what is later; no article is dated before. */
const FIRST_YEAR = 1000;

/**
 * Reads a date as editors write it: `2024-06-21` (midnight in Paris) or `2024-06-21 14:30` (Paris time).
 *
 * @returns the instant, or `null` when the text is no date (« 2024-02-30 » and years before 1000 included)
 */
export function parseDate(text: string): Date | null {
  const match = WRITTEN.exec(text.trim());
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  if (year < FIRST_YEAR || !isDay(year, month, day) || hour > 23 || minute > 59) return null;
  const utc = new Date(Date.UTC(year, month - 1, day, hour, minute));
  // Twice, because the first guess may fall on the other side of a clock change.
  const guess = new Date(utc.getTime() - offset(utc));
  return new Date(utc.getTime() - offset(guess));
}

/** Whether the calendar has such a day. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  // `Date.UTC` would take 79 for 1979.
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

/** The hour, in Paris, at which a day without an hour is told to machines. */
const HOUR_OF_A_DAY = 7;

/**
 * The instant of a date as machines are told it. A day without an hour, which is midnight in Paris, is told as seven in
 * the morning: that is the same day from Montréal to Nouméa, where midnight is the day before as soon as London.
 */
export function toldInstant(date: Date): Date {
  const { hour, minute, second } = civilDate(date);
  return hour + minute + second === 0 ? (parseDate(`${isoDay(date)} 0${HOUR_OF_A_DAY}:00`) ?? date) : date;
}

/** `2024-06-21T07:00:00+02:00`, as structured data wants it. */
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
 * Formats a date that may be known only by its year or month: `1966`, `2022-11`, `2022-11-30`.
 *
 * @returns « 1966 », « novembre 2022 », « 30 novembre 2022 », or `null` when the text is no such date
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
