import { describe, expect, it } from 'vitest';
import { ContentError, type ContentProblem, formatProblems } from '#model/problems.ts';

const title: ContentProblem = {
  file: 'content/articles/a/index.mdx',
  line: 2,
  column: 8,
  message: 'Le champ « title » n’est pas valide',
  remedy: 'Titre attendu, 110 caractères au maximum',
};
const site: ContentProblem = { file: 'content/site.yaml', line: 1, column: 1, message: 'M', remedy: 'R' };

describe('formatProblems', () => {
  it('says where, what and how, in that order', () => {
    expect(formatProblems([title])).toBe(
      [
        '1 erreur dans le contenu',
        '',
        'content/articles/a/index.mdx:2:8',
        '  Le champ « title » n’est pas valide',
        '  → Titre attendu, 110 caractères au maximum',
        '',
      ].join('\n'),
    );
  });

  it('counts problems and sets each apart', () => {
    expect(formatProblems([title, site])).toBe(
      [
        '2 erreurs dans le contenu',
        '',
        'content/articles/a/index.mdx:2:8',
        '  Le champ « title » n’est pas valide',
        '  → Titre attendu, 110 caractères au maximum',
        '',
        'content/site.yaml:1:1',
        '  M',
        '  → R',
        '',
      ].join('\n'),
    );
  });
});

describe('ContentError', () => {
  const error = new ContentError([title, site]);

  it('says all problems, and keeps them', () => {
    expect(error).toBeInstanceOf(Error);
    expect(error.message).toBe(formatProblems([title, site]));
    expect(error.problems).toEqual([title, site]);
  });

  it('says which articles to put back to draft, when nothing else is wrong', () => {
    expect(new ContentError([title, title]).message).toBe(
      `${formatProblems([title, title])}\nPour publier le reste sans attendre, remettez en brouillon (« draft: true » parmi ses champs) :\n  content/articles/a/index.mdx\n`,
    );
  });

  it('shows editors no line of the engine’s code', () => {
    expect(error.stack).toBe(`ContentError: ${error.message}`);
    expect(error.stack).not.toMatch(/^\s+at /mu);
  });
});
