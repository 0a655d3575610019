import type { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { parseFields } from '#content/files/parse-fields.ts';
import {
  articleFileSchema,
  authorSchema,
  categorySchema,
  frontPageSchema,
  tagSchema,
  tagsFileSchema,
} from '#model/schema.ts';
import { pageSchema } from '#model/page-schema.ts';
import { siteSchema } from '#model/site-schema.ts';

interface SchemaNode {
  description?: string | undefined;
  def: { innerType?: SchemaNode; element?: SchemaNode; shape?: Record<string, SchemaNode> };
}

/** Returns every field of a schema and its description, including fields of objects in lists. */
function describedFields(node: SchemaNode, path: string): [path: string, description: string | undefined][] {
  const { innerType, element, shape } = node.def;
  if (innerType) return describedFields(innerType, path);
  if (element) return describedFields(element, path);
  return Object.entries(shape ?? {}).flatMap(([name, field]) => {
    const fieldPath = `${path}.${name}`;
    return [[fieldPath, descriptionOf(field)], ...describedFields(field, fieldPath)];
  });
}

function descriptionOf(node: SchemaNode): string | undefined {
  return node.description ?? (node.def.innerType && descriptionOf(node.def.innerType));
}

const schemas: Record<string, z.ZodType> = {
  article: articleFileSchema,
  category: categorySchema,
  tag: tagSchema,
  author: authorSchema,
  page: pageSchema,
  site: siteSchema,
  frontPage: frontPageSchema,
};

describe('the model', () => {
  const fields = Object.entries(schemas).flatMap(([name, schema]) =>
    describedFields(schema as unknown as SchemaNode, name),
  );

  it.each(fields)('describes %s to editors', (_, description) => {
    expect(description).toMatch(/^\p{Lu}.{5,}/u);
  });
});

const long = 'Un texte assez long pour un chapô, une présentation ou le bloc des réseaux.';
const valid = {
  article: {
    title: 'Titre',
    description: long,
    publishedAt: '2024-06-21',
    updatedAt: '2024-06-22 14:30',
    category: 'mobilite',
    tags: ['cloud computing'],
    authors: ['la-redaction'],
    cover: { src: './couverture.svg', alt: 'Une roue', caption: 'Légende', credit: 'Crédit' },
    sources: [{ title: 'T', publisher: 'É', url: 'https://ex.fr/', language: 'en', date: '2024-06' }],
    corrections: [{ date: '2024-06-23', text: 'Le nombre était faux.' }],
    draft: true,
    aliases: ['/ancien/'],
  },
  category: { name: 'N', description: 'D', accent: 'vert', order: 1, parent: 'mere' },
  tag: { name: 'N', slug: 'n', aliases: ['m'] },
  author: { name: 'N', kind: 'personne', description: 'D', url: 'https://ex.fr/' },
  page: { title: 'T', description: long, role: 'contact', order: 1, updatedAt: '2024-06-21' },
  site: {
    name: 'N',
    tagline: 'T',
    description: long,
    address: 'https://ex.fr',
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    mark: 'logo.svg',
    icon: 'icone.svg',
    fonts: { titles: 'archivo', text: 'spectral' },
    colours: {
      light: { paper: '#ffffff', ink: '#111111', soft: '#555555' },
      dark: { paper: '#111111', ink: '#eeeeee' },
      dot: '#d40000',
      accents: [{ name: 'bleu', light: '#1d4fa3', dark: '#8fb8f5', lightGround: '#e1eaf8' }],
    },
    navigation: [{ category: 'mobilite', label: 'Mobilité' }],
    follow: {
      title: 'T',
      text: 'T',
      countedAt: '2024-06-21',
      example: true,
      networks: [{ network: 'x', url: 'https://x.com/ex', followers: 1 }],
    },
    comments: { intake: '/commentaires/', retentionDays: 30 },
    crawlers: { training: false, search: true },
  },
  frontPage: { lead: 'a', seconds: ['b'], sections: ['c'] },
} as const;

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Returns the path of a value, then those of everything in it. */
function places(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

function withValue(value: Json, [key, ...rest]: readonly (string | number)[], written: Json): Json {
  if (key === undefined) return written;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    Json
  >;
  copy[key] = withValue(copy[key] ?? null, rest, written);
  return copy as Json;
}

function remedies(schema: z.ZodType, data: Json): string[] {
  return parseFields(schema, JSON.stringify(data), 'fichier').problems.map(({ remedy }) => remedy);
}

describe('what is said of a wrong value', () => {
  const ENGLISH = /\b(?:invalid|expected|received|too (?:small|big)|unrecognized|must)\b/iu;
  const WRONG: Json[] = [null, true, 12, -1, 1.5, '', 'oui oui', '#', [], [[]], ['#'], {}, 'x'.repeat(900)];

  it.each(Object.keys(valid) as (keyof typeof valid)[])('is nothing of a good %s', (name) => {
    expect(parseFields(schemas[name] as z.ZodType, JSON.stringify(valid[name]), 'fichier').problems).toEqual(
      [],
    );
  });

  const cases = Object.entries(valid).flatMap(([name, data]) =>
    places(data).map((path) => ({ name, path, label: [name, ...path].join('.') })),
  );

  it.each(cases)('is French: $label', ({ name, path }) => {
    const data = valid[name as keyof typeof valid];
    const said = WRONG.flatMap((wrong) => remedies(schemas[name] as z.ZodType, withValue(data, path, wrong)));
    expect(said).not.toEqual([]);
    expect(said.filter((remedy) => ENGLISH.test(remedy))).toEqual([]);
  });

  it('is French of a list of tags that is no list', () => {
    expect(remedies(tagsFileSchema, { name: 'N' })).toEqual(['Liste d’étiquettes attendue']);
  });
});

describe('an article’s front matter', () => {
  it('keeps the day of a date that a YAML reader made an instant', () => {
    const data = { ...valid.article, publishedAt: new Date('2024-06-21T00:00:00Z') };
    expect(articleFileSchema.parse(data).publishedAt.toISOString()).toBe('2024-06-20T22:00:00.000Z');
  });

  it('gives the check, which reads a text, the instant of the site, which reads a date', () => {
    const [text, date] = ['2024-06-21 14:30:00', new Date('2024-06-21T14:30:00Z')].map((publishedAt) => {
      const result = articleFileSchema.safeParse({ ...valid.article, publishedAt });
      return result.success ? result.data.publishedAt.toISOString() : 'refused';
    });
    expect(date).toBe(text);
  });

  it('has neither sources nor corrections unless they are written, and is no draft', () => {
    const { sources, corrections, draft, aliases, updatedAt, ...least } = valid.article;
    expect([sources, corrections, draft, aliases, updatedAt]).not.toContain(undefined);
    expect(articleFileSchema.parse(least)).toMatchObject({
      sources: [],
      corrections: [],
      draft: false,
      aliases: [],
    });
  });

  it.each(['./photo.jpg', './photo.JPEG', './a.png', './a.webp', './a.avif', './a.svg'])(
    'accepts the cover %s',
    (src) => {
      const data = { ...valid.article, cover: { ...valid.article.cover, src } };
      expect(articleFileSchema.safeParse(data).success).toBe(true);
    },
  );

  it.each(['photo.jpg', '../photo.jpg', './a/photo.jpg', './photo.gif', 'https://ex.fr/photo.jpg'])(
    'refuses the cover %s',
    (src) => {
      const data = { ...valid.article, cover: { ...valid.article.cover, src } };
      expect(articleFileSchema.safeParse(data).success).toBe(false);
    },
  );

  it('reads the focal point of a cover', () => {
    const data = { ...valid.article, cover: { ...valid.article.cover, focus: '30 % 70 %' } };
    expect(articleFileSchema.parse(data).cover.focus).toEqual({ x: 30, y: 70 });
  });

  it.each(['30', '30 % 170 %', '{ x: 30, y: 70 }', '[30, 70]', 'à gauche'])(
    'refuses the focal point %s at its place, with an example',
    (written) => {
      const { problems } = parseFields(articleFileSchema, `cover:\n  focus: ${written}\n`, 'index.mdx');
      const found = problems.find(({ message }) => message.includes('focus'));
      expect(found).toMatchObject({
        ...{ line: 2, column: 10, message: 'Le champ « cover.focus » (Cadrage) n’est pas valide' },
        remedy: expect.stringContaining('« 30 % 70 % »') as string,
      });
    },
  );

  it.each([1966, '1966', '2022-11', '2022-11-30'])('accepts a source of %s', (date) => {
    const data = { ...valid.article, sources: [{ title: 'T', publisher: 'É', date }] };
    expect(articleFileSchema.parse(data).sources[0]?.date).toBe(String(date));
  });
});
