const SPACES = /[\s\u00A0\u202F]/gu;
const NO_BREAK = '\u00A0';

const plain = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 3 });
const compact = new Intl.NumberFormat('fr-FR', { notation: 'compact', maximumFractionDigits: 1 });

/** « 1 234,5 », with narrow no-break spaces between groups. */
export function formatNumber(value: number): string {
  return plain.format(value);
}

/** « 4,6 M » for 4 600 000. */
export function formatCompactNumber(value: number): string {
  return compact.format(value).replace(SPACES, NO_BREAK);
}

/** A number in French notation: with or without groups of three digits, and with a decimal comma. */
const FRENCH_NUMBER =
  /^(?<sign>[−+-]?)(?<whole>\d{1,3}(?:[ \u00A0\u202F]\d{3})+|\d+)(?:,(?<decimals>\d+))?$/u;

/**
 * Parses a number in French notation: « 11,9 », « 1 200 », « −3,5 % ».
 *
 * @param unit the unit that may follow the number: all its words, or one of them
 * @returns the number, or `null` for any other text
 */
export function parseFrenchNumber(text: string, unit = ''): number | null {
  const units = [unit, ...unit.split(SPACES)].map((word) => word.replace(SPACES, ' ').trim()).filter(Boolean);
  const written = text.replace(SPACES, ' ').trim();
  const named = units.find(
    (word) => written.endsWith(word) && /^\P{L}/u.test(written.slice(-word.length - 1)),
  );
  const {
    sign,
    whole = '',
    decimals = '0',
  } = FRENCH_NUMBER.exec(named ? written.slice(0, -named.length).trim() : written)?.groups ?? {};
  if (whole === '') return null;
  const value = Number(`${whole.replace(SPACES, '')}.${decimals}`);
  return sign === '-' || sign === '−' ? -value : value;
}
