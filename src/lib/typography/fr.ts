import { typesetRun } from './typeset.ts';

/** Template tag for French messages: typesets the literal words, and leaves the values unchanged. */
export function fr(words: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const stretches = words.flatMap((word, index) => (index < values.length ? [word, null] : [word]));
  let next = 0;
  return typesetRun(stretches)
    .map((stretch) => stretch ?? String(values[next++]))
    .join('');
}

/** Makes the spaces of French punctuation non-breaking in a message that already contains the values it quotes. */
export function nonBreakingSpaces(message: string): string {
  return message
    .replace(/« /gu, '«\u00A0')
    .replace(/ (?=»|:(?:\s|$))/gu, '\u00A0')
    .replace(/ (?=[;!?](?:\s|$))/gu, '\u202F');
}
