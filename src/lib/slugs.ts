const LIGATURES: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  '+': ' plus ',
  '#': ' diese ',
  '&': ' et ',
  '%': ' pour cent ',
  '₂': '2',
};

/**
 * Makes an address part of French text: ASCII, lower case, words joined by hyphens.
 *
 * @returns the slug; empty when the text holds neither a letter nor a digit
 */
export function slugify(text: string): string {
  return text
    .toLowerCase()
    .replace(/[œæßøłđ+#&%₂]/gu, (sign) => LIGATURES[sign] ?? sign)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}

/** Whether the text is already a slug: what folder and file names of content must be. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text);
}
