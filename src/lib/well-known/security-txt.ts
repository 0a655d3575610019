/** Validity in months: RFC 9116 recommends less than a year. */
const VALID_MONTHS = 6;

/**
 * Writes security.txt (RFC 9116): where to report a vulnerability.
 *
 * @param contact absolute address of the contact page, or of the front page without one: the field is obligatory
 * @param address absolute address of the file itself
 * @param now the time of the build; the file expires at the end of a month, so that all builds of a month are identical
 */
export function writeSecurityTxt(contact: string, address: string, now: Date): string {
  const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + VALID_MONTHS + 1, 1));
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: fr, en',
    `Canonical: ${address}`,
    '',
  ].join('\n');
}
