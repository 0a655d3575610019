import { type FrenchDictionary, readFrenchDictionary } from '#content/checks/project/french-dictionary.ts';
import { readCustomDictionary } from '#content/checks/project/custom-dictionary.ts';
import type { ContentDocument } from '#content/checks/project/project.ts';
import { placeIn, proseOf } from '#content/checks/project/prose.ts';
import type { Rule, RuleProblem } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';
import { unknownParts, wordsOf } from '#content/checks/project/words.ts';

export const rule: Rule = {
  name: 'orthographe',
  description:
    'Chaque mot figure dans un dictionnaire français, ou dans content/mots.txt, que la rédaction complète.',
  example: 'Un dévelopement rapide',
  severity: 'avertissement',
  fixable: true,
  async check({ root, documents }) {
    const { words, expressions } = readCustomDictionary(root);
    const dictionary = await readFrenchDictionary(words);
    return documents.flatMap((document) => unknownWords(document, dictionary, expressions));
  },
};

/** Returns each unknown word once, at its first place. */
function unknownWords(
  document: ContentDocument,
  dictionary: FrenchDictionary,
  expressions: RegExp | null,
): RuleProblem[] {
  const seen = new Set<string>();
  return proseOf(document)
    .filter(({ isName }) => !isName)
    .flatMap(({ stretches }) => stretches)
    .flatMap((stretch) => {
      if (!stretch) return [];
      const unknown = wordsOf(stretch.text, expressions).flatMap((word) =>
        unknownParts(word, dictionary.isKnown),
      );
      return unknown.flatMap(({ word, index }) => {
        if (seen.has(word)) return [];
        seen.add(word);
        const joined = withLigature(word, dictionary);
        const start = stretch.start === null ? null : stretch.start + index;
        if (joined !== null)
          return [
            {
              file: document.source.file,
              ...placeIn(document, stretch, index),
              message: fr`Le mot « ${word} » s’écrit « ${joined} »`,
              remedy: fr`Écrivez « ${joined} », ou lancez ${'« npm run check -- --corriger »'}`,
              ...(start !== null && { fix: { start, end: start + word.length, replacement: joined } }),
            },
          ];
        const meant = dictionary.suggest(word).map((suggestion) => fr`« ${suggestion} »`);
        return [
          {
            file: document.source.file,
            ...placeIn(document, stretch, index),
            message: fr`Le mot « ${word} » est inconnu`,
            remedy:
              meant.length > 0
                ? fr`Écrivez ${meant.join(', ')}, ou ajoutez le mot à content/mots.txt s’il est juste`
                : fr`Corrigez-le, ou ajoutez-le à content/mots.txt s’il est juste`,
          },
        ];
      });
    });
}

/** Returns the word with its ligatures, « cœur » for « coeur »; `null` when it has none. */
function withLigature(word: string, { isKnown }: FrenchDictionary): string | null {
  const joined = word
    .replace(/oe/gu, 'œ')
    .replace(/O[eE]/gu, 'Œ')
    .replace(/ae/gu, 'æ')
    .replace(/A[eE]/gu, 'Æ');
  const isRight = joined !== word && (isKnown(joined) || isKnown(joined.toLowerCase()));
  return isRight ? joined : null;
}
