import { formatNumber } from '#lib/numbers.ts';

/** Messages about the data that commands remove from photographs, for editors. */
export const removedDataStrings = {
  removed: (what: string) => `retiré de la photographie : ${what}`,
  position: 'le lieu de la prise de vue',
  camera: 'l’appareil',
  people: 'les noms de personnes',
  others: 'les autres métadonnées',
  all: 'les métadonnées',
  reduced: (before: number, after: number) =>
    `elle passe de ${formatNumber(before)} à ${formatNumber(after)} pixels de large`,
};
