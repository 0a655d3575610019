import { type FrenchDictionary, readFrenchDictionary } from '#content/checks/project/french-dictionary.ts';
import { readCustomDictionary } from '#content/checks/project/custom-dictionary.ts';
import { fixIn, placeIn, stretchesOf } from '#content/checks/project/prose.ts';
import { defineRule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';
import { unknownParts, wordsToSpell } from '#content/checks/project/words.ts';

/** Reports each unknown word once in each document, at its first place. */
export const rule = defineRule({
  name: 'orthographe',
  description:
    'Chaque mot figure dans un dictionnaire français, ou dans content/mots.txt, que la rédaction complète.',
  example: 'Un dévelopement rapide',
  severity: 'avertissement',
  fixable: true,
  async checkProject({ root, documents }, reportIn) {
    const { words, expressions } = readCustomDictionary(root);
    const dictionary = await readFrenchDictionary(words);
    for (const document of documents) {
      const report = reportIn(document.source.file);
      const seen = new Set<string>();
      for (const stretch of stretchesOf(document))
        for (const written of wordsToSpell(stretch.text, expressions))
          for (const { word, index } of unknownParts(written, dictionary.isKnown)) {
            if (seen.has(word)) continue;
            seen.add(word);
            const place = placeIn(document, stretch, index);
            const joined = withLigature(word, dictionary);
            if (joined === null)
              report(place, fr`Le mot « ${word} » est inconnu`, remedyOf(dictionary.suggest(word)));
            else
              report(
                place,
                fr`Le mot « ${word} » s’écrit « ${joined} »`,
                fr`Écrivez « ${joined} », ou lancez ${'« npm run check -- --corriger »'}`,
                { fix: fixIn(stretch, index, word.length, joined) },
              );
          }
    }
  },
});

function remedyOf(suggestions: readonly string[]): string {
  const meant = suggestions.map((suggestion) => fr`« ${suggestion} »`).join(', ');
  return meant
    ? fr`Écrivez ${meant}, ou ajoutez le mot à content/mots.txt s’il est juste`
    : fr`Corrigez-le, ou ajoutez-le à content/mots.txt s’il est juste`;
}

/** Returns the word with its ligatures, « cœur » for « coeur »; `null` when that is no known word. */
function withLigature(word: string, { isKnown }: FrenchDictionary): string | null {
  const joined = word
    .replace(/oe/gu, 'œ')
    .replace(/O[eE]/gu, 'Œ')
    .replace(/ae/gu, 'æ')
    .replace(/A[eE]/gu, 'Æ');
  const isRight = joined !== word && (isKnown(joined) || isKnown(joined.toLowerCase()));
  return isRight ? joined : null;
}
