/** Months for which the file may be believed: under the year that RFC 9116 recommends. */
const MONTHS = 6;

/**
 * Writes security.txt (RFC 9116): whom to tell of a weakness.
 *
 * @param contact absolute address of the page that says how to write
 * @param address absolute address of the file itself
 * @param now the day of the build; the file expires at the end of a month, so that a day's builds are alike
 */
export function writeSecurityTxt(contact: string, address: string, now: Date): string {
  const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + MONTHS + 1, 1));
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: fr, en',
    `Canonical: ${address}`,
    '',
  ].join('\n');
}
