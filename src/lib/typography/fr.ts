import { typesetRun } from './typeset.ts';

/** Sets the words of a message in French, and leaves what it quotes as it was written. */
export function say(words: TemplateStringsArray, ...quoted: readonly (string | number)[]): string {
  const stretches = words.flatMap((word, index) => (index < quoted.length ? [word, null] : [word]));
  let next = 0;
  return typesetRun(stretches)
    .map((stretch) => stretch ?? String(quoted[next++]))
    .join('');
}

/** The spaces of a message whose words and quotations can no longer be told apart. */
export function holdSpaces(message: string): string {
  return message
    .replace(/« /gu, '«\u00A0')
    .replace(/ (?=»|:(?:\s|$))/gu, '\u00A0')
    .replace(/ (?=[;!?](?:\s|$))/gu, '\u202F');
}
