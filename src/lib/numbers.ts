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

/**
 * Reads a number as it is written in French: « 11,9 », « 1 200 », « −3,5 % ».
 *
 * @returns the number without its unit, or `null` when there is none
 */
export function parseFrenchNumber(text: string): number | null {
  const match = /^[^\d−+-]*([−+-]?)([\d\s\u00A0\u202F]*\d)(?:[,.](\d+))?/u.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = '', decimals] = match;
  const value = Number(`${whole.replace(SPACES, '')}.${decimals ?? '0'}`);
  return sign === '-' || sign === '−' ? -value : value;
}
