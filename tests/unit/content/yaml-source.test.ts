import { describe, expect, it } from 'vitest';
import { readYaml } from '#content/yaml-source.ts';

describe('readYaml', () => {
  it('gives data, and no fault when there is none', () => {
    const { data, faults } = readYaml('title: Été\ntags:\n  - un\n  - deux\norder: 3\n');
    expect(data).toEqual({ title: 'Été', tags: ['un', 'deux'], order: 3 });
    expect(faults).toEqual([]);
  });

  it.each([
    ['title: Un : deux', 2, 8, 'Un « : » coupe le texte en deux'],
    ['a: 1\na: 2', 3, 1, 'Ce champ est écrit deux fois'],
    ['tags:\n\t- un', 3, 1, 'Une tabulation sert de retrait'],
    ['title: "sans fin', 2, 17, 'Un guillemet ou un crochet n’est pas fermé, ou un « : » manque'],
    ['title: "C:\\dossier"', 2, 11, 'Une barre « \\ » n’est pas comprise entre guillemets droits'],
    ['title: * un', 2, 8, 'Un texte ne peut pas commencer par « * »'],
    ['title: @nous', 2, 8, 'L’écriture du champ n’est pas comprise'],
    ["title: 'l'eau'", 2, 11, 'Un signe n’est pas à sa place'],
  ])('says in French what is wrong with %j, and where', (text, line, column, message) => {
    const { data, faults } = readYaml(text, 2);
    expect(data).toBeUndefined();
    expect(faults[0]).toMatchObject({ line, column, message });
    expect(faults[0]?.remedy).toMatch(/^\p{Lu}/u);
  });

  it.each(['a: &mot oui\nb: *mot\n', 'a: oui\nb: *mot*\n'])(
    'refuses references, on their line: %j',
    (text) => {
      const { data, faults } = readYaml(text);
      expect(data).toBeUndefined();
      expect(faults).toMatchObject([
        {
          line: 2,
          message: 'Les renvois de YAML (« & » et « * ») ne sont pas acceptés',
          remedy: 'Écrivez la valeur en toutes lettres',
        },
      ]);
    },
  );

  it('refuses references that would fill the memory, at once', () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`).join(', ')}]`,
    );
    const started = performance.now();
    expect(readYaml(['l0: &l0 x', ...levels].join('\n')).faults).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  describe('places', () => {
    const source = readYaml('title: T\ncover:\n  alt: A\ntags:\n  - un\n  - deux\n', 2);

    it.each([
      [['title'], 2, 8],
      [['cover', 'alt'], 4, 8],
      [['tags', 1], 7, 5],
    ])('of the value %j', (path, line, column) => {
      expect(source.placeOfValue(path)).toEqual({ line, column });
    });

    it.each([
      [['cover', 'src'], 4, 3],
      [['tags', 5], 6, 3],
      [['absent'], 2, 1],
      [[], 2, 1],
    ])('of a missing value %j are its parent’s', (path, line, column) => {
      expect(source.placeOfValue(path)).toEqual({ line, column });
    });

    it.each([
      [['tags'], 5, 1],
      [['cover', 'alt'], 4, 3],
    ])('of the name %j', (path, line, column) => {
      expect(source.placeOfKey(path)).toEqual({ line, column });
    });

    it('are the first line when the file is empty', () => {
      expect(readYaml('').placeOfValue(['title'])).toEqual({ line: 1, column: 1 });
    });
  });
});
