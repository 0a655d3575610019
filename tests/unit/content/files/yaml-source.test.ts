import { describe, expect, it } from 'vitest';
import { readYaml } from '#content/files/yaml-source.ts';

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
    ['title: "sans fin', 2, 8, 'Un guillemet n’est pas fermé'],
    ['title: "C:\\dossier"', 2, 11, 'Une barre « \\ » n’est pas acceptée entre guillemets droits'],
    ['title: * un', 2, 8, 'Un texte ne peut pas commencer par « * »'],
    ['title: @nous', 2, 8, 'Un texte ne peut pas commencer par « @ »'],
    ["title: 'l'eau'", 2, 8, 'Du texte suit le guillemet qui ferme'],
  ])('says in French what is wrong with %j, and where', (text, line, column, message) => {
    const { data, faults } = readYaml(text, 2);
    expect(data).toBeUndefined();
    expect(faults[0]).toMatchObject({ line, column, message });
    expect(faults[0]?.remedy).toMatch(/^\p{Lu}/u);
  });

  it.each([
    ['a: &mot oui\nb: *mot\n', [1, 2]],
    ['a: oui\nb: *mot*\n', [2]],
    ['a: !important oui\n', [1]],
  ])('refuses references and types, each on its line: %j', (text, lines) => {
    const { data, faults } = readYaml(text);
    expect(data).toBeUndefined();
    expect(faults.map(({ line }) => line)).toEqual(lines);
    for (const { message } of faults)
      expect(message).toMatch(/^Un texte ne peut pas commencer par « [&*!] »$/u);
  });

  it('follows no reference that would fill the memory', () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`).join(', ')}]`,
    );
    const { data, readable } = readYaml(['l0: &l0 x', ...levels].join('\n'));
    expect([data, readable]).toEqual([undefined, undefined]);
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
