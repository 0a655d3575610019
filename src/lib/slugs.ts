import { removeDiacritics } from './diacritics.ts';

const REPLACEMENTS: Readonly<Record<string, string>> = {
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
 * Turns French text into a slug: lower-case ASCII, words joined by hyphens.
 *
 * @returns empty when the text has neither a letter nor a digit
 */
export function slugify(text: string): string {
  const spelled = text
    .toLowerCase()
    .replace(/[œæßøłđ+#&%₂]/gu, (character) => REPLACEMENTS[character] ?? character);
  return removeDiacritics(spelled)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}

/** The slug of a tag: the one that editors chose, or one made from its name. */
export function tagSlug({ name, slug }: { name: string; slug?: string | undefined }): string {
  return slug ?? slugify(name);
}

/** Whether a text is a slug, as the folder and file names of content must be. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text);
}
