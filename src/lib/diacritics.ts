/** Removes accents, cedillas and other marks: « Événement » becomes « Evenement ». */
export function removeDiacritics(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
