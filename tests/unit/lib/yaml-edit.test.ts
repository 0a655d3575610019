import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readYaml } from '#content/yaml-source.ts';
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

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
/** How editors write a value; « KEY » stands for the field’s name. */
const SHAPES = [
  'KEY:',
  'KEY: # note',
  'KEY:    # note',
  'KEY: ~',
  'KEY: un mot   # note',
  'KEY: "entre guillemets" # note',
  "KEY: 'l''été'",
  'KEY: true',
  'KEY: 12',
  'KEY: 2024-06-21',
  'KEY : espacé',
  'KEY: |\n  Une ligne.\n  Deux lignes.',
  'KEY: >-\n  Un texte\n  replié.',
  'KEY: un texte\n  sur deux lignes',
  'KEY: []',
  'KEY: {}',
  'KEY: [x, "y"]',
  'KEY: { x: 1 }',
  'KEY:\n  - un\n  - # note\n  - trois',
  'KEY:\n- un\n# note\n- deux',
  'KEY:\n  x: 1\n  y:\n\n  z: "trois"',
  'KEY:\n  - x: 1\n    y:\n  - x: 2',
  'KEY: &KEY ancre',
] as const;
const HARD = [
  ...[
    'true',
    'no',
    'null',
    '~',
    '12',
    '1e3',
    '0x1f',
    '.nan',
    '2024-06-21',
    '',
    ' ',
    ' x ',
    '\t',
    'a: b',
    'a #b',
  ],
  ...[
    '# x',
    '- x',
    '*x',
    '&x',
    '!x',
    '|',
    '>',
    '%',
    '@',
    '`',
    '---',
    '...',
    '{',
    '[',
    '?',
    ':',
    '<<',
    '"',
    "'",
  ],
  ...[
    'a\nb',
    '\n',
    'a\n\n b\n',
    '\\',
    '\\n',
    'l’été : « deux »',
    '\u00a0',
    '\u2028',
    '😀',
    `${'long '.repeat(30)}: fin`,
  ],
];
const leaf = fc.oneof(fc.string(), fc.constantFrom(...HARD), fc.boolean(), fc.integer(), fc.constant(null));
const value: fc.Arbitrary<Data> = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('x', 'y', 'z'), leaf),
  fc.array(fc.dictionary(fc.constantFrom('x', 'y', 'z'), leaf, { minKeys: 1 }), { maxLength: 3 }),
);
const blocks = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...KEYS), { minLength: 1 }),
    fc.infiniteStream(fc.constantFrom(...SHAPES)),
  )
  .map(([keys, shapes]) =>
    keys.map((key) => ({ key, lines: String(shapes.next().value).replaceAll('KEY', key).split('\n') })),
  );
const ending = fc.constantFrom('\n', '\r\n');

/** What an empty field and an absent one have in common. */
const meant = (data: unknown): unknown =>
  JSON.parse(
    JSON.stringify(data, (_, item: unknown) =>
      typeof item === 'object' && item !== null && !Array.isArray(item)
        ? Object.fromEntries(Object.entries(item).filter(([, one]) => one !== null))
        : item,
    ),
  );

describe('whatever a file held', () => {
  it('says exactly what it is told', () => {
    fc.assert(
      fc.property(blocks, fc.dictionary(fc.constantFrom(...KEYS), value), ending, (before, after, end) => {
        const source = before.flatMap(({ lines }) => lines).join(end);
        const { data, faults } = readYaml(editYaml(source, after));
        expect(faults).toEqual([]);
        expect(meant(data ?? {})).toEqual(meant(after));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves the lines of other fields as they are', () => {
    fc.assert(
      fc.property(blocks, fc.nat(), value, ending, (before, at, next, end) => {
        const changed = before[at % before.length]?.key ?? 'a';
        const text = before.flatMap(({ lines }) => lines).join(end) + end;
        const data = parse(text) as Record<string, Data>;
        const edited = editYaml(text, { ...data, [changed]: next });
        for (const { key, lines } of before)
          if (key !== changed) expect(edited, key).toContain(lines.map((line) => `${line}${end}`).join(''));
        expect(meant(parse(edited))).toEqual(meant({ ...data, [changed]: next }));
      }),
      { numRuns: 2000 },
    );
  });
});
