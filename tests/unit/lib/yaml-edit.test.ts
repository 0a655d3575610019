import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Data, editYaml } from '#lib/yaml-edit.ts';

const SOURCE = `# Ce que lit l’éditeur.
title: Un titre   # pas définitif
description: "Le chapô : deux phrases."
date: 2024-06
year: 2021
tags:
  - cloud computing
  # à relire
  - 'transition énergétique'
cover:
  src: ./couverture.svg
  alt: Une image

  credit: Nous
sources:
  - title: Un document
    publisher: Quelqu’un
  - title: Un autre
    publisher: Un autre
draft: true
`;
const values = () => parse(SOURCE, { schema: 'core' }) as Record<string, Data>;
/** Lines of one text that the other lacks. */
const changed = (text: string) => {
  const lines = SOURCE.split('\n');
  return text.split('\n').filter((line) => !lines.includes(line));
};

describe('editing YAML', () => {
  it('touches nothing when nothing changed', () => {
    expect(editYaml(SOURCE, values())).toBe(SOURCE);
  });

  it('changes one value on its own line, and leaves its comment', () => {
    const text = editYaml(SOURCE, { ...values(), title: 'Un titre : le bon' });
    expect(changed(text)).toEqual(['title: "Un titre : le bon"   # pas définitif']);
  });

  it('changes a value of a group, of a list, and of an item of a list', () => {
    const next = values();
    (next['cover'] as Record<string, Data>)['alt'] = 'Une autre image';
    (next['tags'] as Data[])[1] = 'télétravail';
    Object.assign((next['sources'] as object[])[1] ?? {}, { publisher: 'La presse' });
    expect(changed(editYaml(SOURCE, next))).toEqual([
      '  - télétravail',
      '  alt: Une autre image',
      '    publisher: La presse',
    ]);
  });

  it('writes a list anew when its length changed, and adds new fields at the end', () => {
    const next = { ...values(), tags: ['cloud computing'], authors: ['la-redaction'] };
    const text = editYaml(SOURCE, next);
    expect(text).toContain('tags:\n  - cloud computing\ncover:');
    expect(text.endsWith('draft: true\nauthors:\n  - la-redaction\n')).toBe(true);
  });

  it('adds a field to a group, and an item with fields to a list', () => {
    const next = values();
    (next['cover'] as Record<string, Data>)['caption'] = 'Légende';
    (next['sources'] as Record<string, Data>[]).push({ title: 'Un troisième', publisher: 'Nous' });
    const text = editYaml(SOURCE, next);
    expect(text).toContain('  credit: Nous\n  caption: Légende\nsources:');
    expect(parse(text, { schema: 'core' })).toEqual(next);
  });

  it('takes a field away with its lines', () => {
    const next = values();
    delete next['draft'];
    delete next['cover'];
    const text = editYaml(SOURCE, next);
    expect(parse(text, { schema: 'core' })).toEqual(next);
    expect(text).not.toMatch(/draft|cover/u);
    expect(changed(text)).toEqual([]);
  });

  it('writes anew what is empty, broken or written between braces', () => {
    expect(editYaml('', { title: 'A' })).toBe('title: A\n');
    expect(parse(editYaml('{ title: A }\n', { title: 'B' }))).toEqual({ title: 'B' });
    expect(parse(editYaml('title: "A\n', { title: 'B' }))).toEqual({ title: 'B' });
  });

  it('edits a list at the top of a file', () => {
    const text = '# Les étiquettes\n- name: un\n- name: deux\n  slug: second\n';
    expect(editYaml(text, [{ name: 'un' }, { name: 'trois', slug: 'second' }])).toBe(
      text.replace('deux', 'trois'),
    );
  });

  it.each([
    ['title:\n', { title: 'Un titre' }, 'title: Un titre\n'],
    ['title: # à écrire\nnext: 1\n', { title: 'x', next: 1 }, 'title: x # à écrire\nnext: 1\n'],
    ['title:    # à écrire\n', { title: 'x' }, 'title:    x # à écrire\n'],
    ['title: ~\n', { title: 'x' }, 'title: x\n'],
    ['title:', { title: 'x' }, 'title: x'],
    ['tags:\n  -\n  - b\n', { tags: ['a', 'b'] }, 'tags:\n  - a\n  - b\n'],
    [
      'cover:\n  src:\n  alt: Une image\n',
      { cover: { src: './a.jpg', alt: 'Une image' } },
      'cover:\n  src: ./a.jpg\n  alt: Une image\n',
    ],
    ['a:\nb: x\n', { b: 'y' }, 'a:\nb: y\n'],
    ['a: true\n', { a: 'true' }, 'a: "true"\n'],
    ['a: 12\n', { a: '12' }, 'a: "12"\n'],
    ['a: null\n', { a: 'null' }, 'a: "null"\n'],
    ['a: x\n', { a: '2024-06-21' }, 'a: 2024-06-21\n'],
    ['a: x\r\n# note\r\n', { a: 'y', b: ['z'] }, 'a: y\r\nb:\r\n  - z\r\n# note\r\n'],
  ] as const)('writes %j with %j', (source, next, text) => {
    expect(editYaml(source, next)).toBe(text);
  });

  it('writes anew what an anchor would change elsewhere', () => {
    const text = editYaml('a: &x un\nb: *x\n', { a: 'deux', b: 'un' });
    expect(parse(text)).toEqual({ a: 'deux', b: 'un' });
  });
});
