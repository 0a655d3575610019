import { checkGrammar, findGrammarChecker } from '#content/checks/project/grammalecte.ts';
import type { ContentDocument } from '#content/checks/project/project.ts';
import { readCustomDictionary } from '#content/checks/project/custom-dictionary.ts';
import { placeIn, proseOf, type Stretch } from '#content/checks/project/prose.ts';
import { defineRule } from '#content/checks/rule.ts';
import { fr, nonBreakingSpaces } from '#lib/typography/fr.ts';

export const rule = defineRule({
  name: 'grammaire',
  description:
    'Les accords et les conjugaisons sont corrects (si Grammalecte est installé) ; une expression de content/mots.txt n’est pas relue.',
  example: 'Les maison est grande.',
  severity: 'note',
  skipped: () => (findGrammarChecker() ? null : fr`${'grammalecte-cli'} n’est pas installé`),
  async checkProject({ root, documents }, reportIn) {
    const { expressions } = readCustomDictionary(root);
    const sentences = documents.flatMap(sentencesOf);
    const faults = await checkGrammar(sentences.map(({ text }) => text));
    for (const { paragraph, start, message, suggestions } of faults) {
      const { document, text, pieces } = sentences[paragraph] ?? { text: '', pieces: [] };
      const piece = pieces.findLast(({ from }) => from <= start);
      if (!document || !piece || isAccepted(text, start, expressions)) continue;
      const meant = suggestions.map((suggestion) => fr`« ${suggestion} »`).join(', ');
      reportIn(document.source.file)(
        placeIn(document, piece.stretch, start - piece.from),
        nonBreakingSpaces(message),
        meant ? fr`Écrivez ${meant}, si c’est bien une faute` : fr`Relisez la phrase`,
      );
    }
  },
});

/** Whether an expression of the custom dictionary covers this place. */
function isAccepted(text: string, start: number, expressions: RegExp | null): boolean {
  if (!expressions) return false;
  return [...text.matchAll(expressions)].some(
    ({ 0: expression, index }) => index <= start && start < index + expression.length,
  );
}

interface Sentence {
  document: ContentDocument;
  text: string;
  /** The stretches of the text, with the offset of each. */
  pieces: readonly { stretch: Stretch; from: number }[];
}

/** Returns each paragraph on one line. « … » replaces everything that is not French prose. */
function sentencesOf(document: ContentDocument): Sentence[] {
  return proseOf(document)
    .filter(({ isName }) => !isName)
    .map(({ stretches }) => {
      let text = '';
      const pieces: { stretch: Stretch; from: number }[] = [];
      for (const stretch of stretches) {
        if (stretch) pieces.push({ stretch, from: text.length });
        text += stretch ? stretch.text.replace(/\n/gu, ' ') : '…';
      }
      return { document, text, pieces };
    });
}
