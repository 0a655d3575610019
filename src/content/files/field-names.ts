import type { z } from 'astro/zod';
import { nearest } from '#lib/nearest.ts';
import { slugify } from '#lib/slugs.ts';

/** Names that other tools give to the model's fields. */
const SYNONYMS: Readonly<Record<string, string>> = {
  publishedAt:
    'date pubdate pub-date published publish-date created created-at date-de-parution date-de-publication publication publie-le',
  updatedAt: 'updated lastmod last-modified last-modified-at modified update maj mis-a-jour',
  cover:
    'image images thumbnail featured-image feature-image hero hero-image banner illustration photo vignette',
  description: 'excerpt summary subtitle resume intro introduction abstract soustitre sous-titre accroche',
  authors: 'author auteur auteurs byline by writer signature redacteur',
  category: 'categories section categorie topic theme',
  tags: 'keywords mots-cles tag etiquette topics labels',
  draft: 'status statut private unlisted',
  aliases: 'redirect-from redirects redirections alias permalink old-urls',
  otherNames: 'other-names autres-noms synonyms synonymes sigles acronyms also-known-as',
  title: 'name headline nom label libelle',
  sources: 'references bibliography bibliographie source links liens',
  corrections: 'errata erratum correction rectificatif',
  src: 'file path image url url-image',
  alt: 'alternative alt-text alternatif',
  caption: 'legend',
  credit: 'author auteur copyright photographer credits photo-credit',
  focus: 'focal focal-point focalpoint hotspot object-position point position recadrage crop',
  url: 'link lien href address website',
  publisher: 'author auteur site publication editor',
  language: 'lang locale',
  order: 'weight position rank ordre numero',
  name: 'title titre',
};

interface SchemaNode {
  def?: { innerType?: unknown; element?: unknown; shape?: Record<string, z.ZodType> };
}

function unwrap(schema: unknown): SchemaNode {
  let node = (schema ?? {}) as SchemaNode;
  while (node.def?.innerType) node = node.def.innerType;
  return node;
}

function within(schema: unknown, key: PropertyKey): unknown {
  const { def } = unwrap(schema);
  return typeof key === 'number' ? def?.element : def?.shape?.[String(key)];
}

/** French titles by field name at a path of a schema; none when there is no object at this path. */
export function fieldTitles(schema: z.ZodType, path: readonly PropertyKey[]): ReadonlyMap<string, string> {
  const { shape = {} } = unwrap(path.reduce<unknown>(within, schema)).def ?? {};
  return new Map(Object.entries(shape).map(([name, field]) => [name, titleOf(field)]));
}

/** Names a field in a message: « cover.alt » (Texte alternatif). List items count from 1. */
export function fieldLabel(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const name = path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join('.');
  let current: unknown = schema;
  let title = '';
  for (const key of path) {
    current = within(current, key);
    title = titleOf(current) || title;
  }
  return `« ${name} »${title ? ` (${title})` : ''}`;
}

const titleOf = (schema: unknown): string => {
  const title = (schema as Partial<z.ZodType> | undefined)?.meta?.()?.title;
  return typeof title === 'string' ? title : '';
};

/** Guesses the field meant by an unknown name, from its French title, a synonym or a similar spelling. */
export function meantField(written: string, known: ReadonlyMap<string, string>): string | null {
  const name = slugify(written.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '-'));
  const same = [...known].find(([field, title]) => [slugify(field), slugify(title)].includes(name));
  if (same) return same[0];
  const close = nearest(written, known.keys());
  const elsewhere = [...known.keys()].find((field) => SYNONYMS[field]?.split(' ').includes(name));
  return elsewhere ?? close;
}
