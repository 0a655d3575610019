import type { z } from 'astro/zod';
import { nearest } from '#lib/nearest.ts';
import { isSlug, slugify } from '#lib/slugs.ts';
import { articleFileSchema, tagSchema } from '#model/schema.ts';
import { nearArticleNotice } from '#search/near-article.ts';
import { strings } from '#strings/site.ts';
import { type CoverFile, readCover } from './cover.ts';
import { findTag, freeSlug, type Library, type NamedFile } from './library.ts';
import type { OptionName, Options } from './options.ts';
import { nearTags } from './tags.ts';

/** The answers from which a new article is written. */
export interface Answers {
  title: string;
  slug: string;
  category: string;
  tags: string[];
  /** Tags to add to tags.yaml. */
  newTags: string[];
  author: string;
  /** `null` to write it later. */
  description: string | null;
  /** `null` to add one later. */
  cover: (CoverFile & { alt: string; caption: string; credit: string; focus: string | null }) | null;
  draft: boolean;
}

/** The answers that the options give, each checked on its own. */
export interface Given {
  answers: Partial<Record<FieldName, string> & Pick<Answers, 'slug' | 'tags' | 'newTags' | 'draft'>>;
  coverFile: CoverFile | null;
  /** Tags that are neither in tags.yaml nor declared new. */
  unknownTags: string[];
  /** Problems, in French. */
  faults: string[];
  /** Warnings, in French. */
  notices: string[];
}

const { shape } = articleFileSchema;
const cover = shape.cover.shape;

interface Field {
  /** The command-line option that gives the field. */
  flag: OptionName;
  /** French name of the field, for the message that a required option is missing; absent for an optional field. */
  what?: string;
  /** The schema of the field in the model, or the list from which it is chosen. */
  from: z.ZodType | 'categories' | 'authors';
}

/** The fields that an editor writes or chooses, in the order of the questions. */
export const FIELDS = {
  title: { flag: 'titre', what: 'Le titre', from: shape.title },
  category: { flag: 'rubrique', what: 'La rubrique', from: 'categories' },
  author: { flag: 'auteur', what: 'La signature', from: 'authors' },
  description: { flag: 'chapo', from: shape.description },
  alt: { flag: 'alt', what: 'Le texte alternatif de la couverture', from: cover.alt },
  caption: { flag: 'legende', what: 'La légende de la couverture', from: cover.caption },
  credit: { flag: 'credit', what: 'Le crédit de la couverture', from: cover.credit },
  focus: { flag: 'cadrage', from: cover.focus },
} as const satisfies Readonly<Record<string, Field>>;
export type FieldName = keyof typeof FIELDS;

/** Returns the message of a schema about a value; `null` when the value is valid. */
export function faultOf(rule: z.ZodType, value: unknown): string | null {
  return rule.safeParse(value).error?.issues[0]?.message ?? null;
}

/** Returns the message about an article's tags; `null` when they are valid. */
export function tagsFault(tags: readonly string[]): string | null {
  return faultOf(shape.tags, tags);
}

/** Reads the options, and checks them against the lists of the magazine. */
export async function readGiven(options: Options, library: Library): Promise<Given> {
  const given: Given = { answers: {}, coverFile: null, unknownTags: [], faults: [], notices: [] };
  const { answers, faults } = given;
  for (const [name, { flag, from }] of Object.entries(FIELDS) as [FieldName, (typeof FIELDS)[FieldName]][]) {
    const written = options[flag];
    if (written === undefined) continue;
    const file = typeof from === 'string' ? findNamed(library[from], written) : null;
    const value = file ? file.slug : written.trim();
    const fault =
      typeof from !== 'string' ? faultOf(from, written) : file ? null : unknown(library[from], written);
    if (fault === null) answers[name] = value;
    else faults.push(strings.newArticle.wrong(flag, fault));
  }
  if (options.brouillon !== undefined) answers.draft = options.brouillon;
  readSlug(options.adresse, library, given);
  readTags(options, library, given);
  const { title, description = '' } = answers;
  const near = title === undefined ? null : nearArticleNotice({ title, description }, library.articles);
  if (near !== null) given.notices.push(near);
  const picture = options.couverture === undefined ? null : await readCover(options.couverture);
  if (typeof picture === 'string') faults.push(strings.newArticle.wrong('couverture', picture));
  else given.coverFile = picture;
  return given;
}

function findNamed(files: readonly NamedFile[], written: string): NamedFile | undefined {
  return files.find(({ slug, name }) => slug === written || slugify(name) === slugify(written));
}

function unknown(files: readonly NamedFile[], written: string): string {
  const known = files.map(({ slug }) => slug);
  return strings.newArticle.unknown(written, nearest(written, known), known);
}

/** Reads the slug from its option, or else makes it from the title. */
function readSlug(written: string | undefined, library: Library, { answers, faults }: Given): void {
  if (written !== undefined && !isSlug(written)) {
    faults.push(strings.newArticle.wrong('adresse', strings.newArticle.noAddress));
    return;
  }
  if (written === undefined && answers.title === undefined) return;
  const slug = written ?? slugify(answers.title ?? '');
  if (slug === '') {
    faults.push(strings.newArticle.noSlug);
    delete answers.title;
  } else if (library.isTaken(slug)) {
    faults.push(strings.newArticle.taken(slug, freeSlug(slug, library.isTaken)));
  } else answers.slug = slug;
}

function readTags(options: Options, library: Library, given: Given): void {
  const { answers, faults, notices, unknownTags } = given;
  const known = [...library.tags];
  const tags = new Set<string>();
  const newTags: string[] = [];
  for (const written of options.etiquette ?? []) {
    const tag = findTag(known, written.trim());
    if (tag) tags.add(tag.name);
    else unknownTags.push(written.trim());
  }
  for (const written of options['nouvelle-etiquette'] ?? []) {
    const name = written.trim();
    const tag = findTag(known, name);
    const fault = newTagFault(name);
    if (fault !== null) faults.push(strings.newArticle.wrong('nouvelle-etiquette', fault));
    else tags.add(tag?.name ?? name);
    if (tag) notices.push(strings.newArticle.knownTag(name, tag.name));
    if (tag || fault !== null) continue;
    const near = nearTags(known, name);
    if (near.length > 0) notices.push(strings.newArticle.nearTagsNotice(name, near));
    newTags.push(name);
    known.push({ name, aliases: [] });
  }
  if (tags.size === 0) return;
  const fault = tagsFault([...tags]);
  if (fault !== null) faults.push(strings.newArticle.wrong('etiquette', fault));
  answers.tags = [...tags];
  answers.newTags = newTags;
}

/** Returns the problem of a new tag's name, from which its slug is made; `null` when there is none. */
export function newTagFault(name: string): string | null {
  return faultOf(tagSchema.shape.name, name) ?? (slugify(name) === '' ? strings.newArticle.noTagSlug : null);
}

/** Completes the answers without asking questions. Returns the problems, in French, if anything is wrong or missing. */
export function completeAnswers(
  { answers, coverFile, ...given }: Given,
  options: ReadonlySet<string>,
  library: Library,
): Answers | string[] {
  const text = strings.newArticle;
  const required = [
    ['title', FIELDS.title],
    ['category', FIELDS.category],
    ['tags', { flag: 'etiquette', what: 'Une étiquette' }],
    ['author', FIELDS.author],
    ...(coverFile
      ? (['alt', 'caption', 'credit'] as const).map((name) => [name, FIELDS[name]] as const)
      : []),
  ] as const;
  const missing = required.filter(([name, { flag }]) => answers[name] === undefined && !options.has(flag));
  const faults = [
    ...given.faults,
    ...given.unknownTags.map((name) => text.unknownTag(name, nearTags(library.tags, name))),
    ...missing.map(([, { flag, what }]) => text.missing(flag, what)),
  ];
  const { title, slug, category, tags, author, newTags = [], description = null, draft = false } = answers;
  const { alt, caption, credit, focus = null } = answers;
  if (faults.length > 0 || !title || !slug || !category || !tags || !author) return faults;
  const picture =
    coverFile && alt && caption && credit ? { ...coverFile, alt, caption, credit, focus } : null;
  return { title, slug, category, tags, newTags, author, description, cover: picture, draft };
}
