import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readYaml } from '#content/files/yaml-source.ts';
import { type Data, editYaml } from '#lib/yaml-edit.ts';

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
/** Forms in which editors write a field; « KEY » stands for its name. */
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

/** Normalizes data, so that empty and absent fields are equal. */
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
        const edited = editYaml(source, after);
        // A comment on the line of a value is reported as a fault, but an edit must preserve it.
        expect(readYaml(edited).faults.length).toBeLessThanOrEqual(readYaml(source).faults.length);
        expect(meant(parse(edited) ?? {})).toEqual(meant(after));
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
