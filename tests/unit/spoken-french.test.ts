import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { strings } from '#strings/site.ts';

/** Words to avoid in texts of a newsroom tool, with their replacements. */
const NOT_SAID: readonly (readonly [RegExp, instead: string])[] = [
  [/(?<!\p{L})gard(?:é(?:e|s|es)?|ent)(?!\p{L})/iu, 'enregistré, conservé'],
  [/(?<!\p{L})sans réseau(?! social)/iu, 'hors connexion'],
  [/(?<!\p{L})signes(?: au (?:plus|moins|maximum|minimum)|(?= :))/iu, 'caractères'],
  [/(?:\d|\}) signes(?!\p{L})/iu, 'caractères'],
  [/rien de tel|c’était déjà fait/iu, 'déjà traité, aucun…'],
  [/ne se li(?:t|sent) pas/iu, 'illisible'],
  [/caractères au (?:plus|moins)/iu, 'au maximum, au minimum'],
  [/(?<!\p{L})(?:ne )?para(?:ît(?:ra)?|îtront|isse)(?: pas)?(?!\p{L})/iu, 'être publié, s’afficher'],
  [/par une personne|une personne (?:le|la|vous|l’)/iu, 'la rédaction'],
  [/pour qui ne/iu, 'pour les personnes qui ne'],
];

/** Returns the string literals of a source file, without its comments and code. */
function sentencesOf(file: string): string[] {
  const source = readFileSync(file, 'utf8').replace(/^\s*(?:\/\*\*?|\*|\/\/).*$/gmu, '');
  return [...source.matchAll(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/gu)].map(([text]) => text);
}

const SOURCES = globSync('src/{strings,cli,content,cms,comments,model,server}/**/*.ts');

describe('what readers and editors are told', () => {
  it.each(NOT_SAID)('has not %s, but « %s »', (pattern) => {
    const found = SOURCES.flatMap((file) =>
      sentencesOf(file)
        .filter((text) => pattern.test(text))
        .map((text) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    [/gardé/u, 'content/README.md'],
    [/signes au/u, 'content/README.md'],
    [/un texte ne cache/u, 'content/REGLES.md'],
  ])('the guide and the rules have no %s: %s', (pattern, file) => {
    expect(readFileSync(file, 'utf8')).not.toMatch(pattern);
  });
});

describe('what moderators are told', () => {
  const { outcomes } = strings.moderation;
  it.each([
    [outcomes.erased(0), 'Aucun commentaire à effacer.'],
    [outcomes.erased(1), '1 commentaire effacé définitivement.'],
    [outcomes.erased(3), '3 commentaires effacés définitivement.'],
    [outcomes.purged(0), 'Aucun commentaire refusé à effacer.'],
    [outcomes.purged(1), '1 commentaire refusé effacé : son délai de conservation a expiré.'],
    [outcomes.purged(2), '2 commentaires refusés effacés : leur délai de conservation a expiré.'],
  ])('agrees with its number: %s', (told, expected) => {
    expect(told.replace(/[\u00A0\u202F]/gu, ' ')).toBe(expected);
  });
});
