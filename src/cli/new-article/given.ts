import type { z } from 'astro/zod';
import { nearest } from '#lib/nearest.ts';
import { isSlug, slugify } from '#lib/slugs.ts';
import { articleFileSchema, tagSchema } from '#model/schema.ts';
import { strings } from '#strings/site.ts';
import { type CoverFile, readCover } from './cover.ts';
import { findTag, freeSlug, type Library, type NamedFile } from './library.ts';
import type { OptionName, Options } from './options.ts';
import { nearTags } from './tags.ts';

/** All that a new article is written from. */
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
  cover: (CoverFile & { alt: string; caption: string; credit: string }) | null;
  draft: boolean;
}

/** The answers that the options give, each checked on its own. */
export interface Given {
  answers: { [Name in keyof Omit<Answers, 'cover'>]?: Answers[Name] };
  coverFile: CoverFile | null;
  coverTexts: Partial<Record<CoverText, string>>;
  /** Tags that are neither in tags.yaml nor declared new. */
  unknownTags: string[];
  /** Problems, in French. */
  faults: string[];
  /** Warnings, in French. */
  notices: string[];
}

export type CoverText = 'alt' | 'caption' | 'credit';
const { shape } = articleFileSchema;

/** The schemas that check options and answers: those of the model. */
export const rules = {
  title: shape.title,
  description: shape.description,
  alt: shape.cover.shape.alt,
  caption: shape.cover.shape.caption,
  credit: shape.cover.shape.credit,
  tag: tagSchema.shape.name,
  tags: shape.tags,
} satisfies Readonly<Record<string, z.ZodType>>;

/** The message of a schema about a value; `null` when it is valid. */
export function faultOf(rule: z.ZodType, value: unknown): string | null {
  return rule.safeParse(value).error?.issues[0]?.message ?? null;
}

/** Reads the options, and checks them against the lists of the magazine. */
export async function readGiven(options: Options, library: Library): Promise<Given> {
  const given: Given = {
    answers: {},
    coverFile: null,
    coverTexts: {},
    unknownTags: [],
    faults: [],
    notices: [],
  };
  const { answers, faults } = given;
  const addFault = (flag: OptionName, fault: string) =>
    void faults.push(strings.newArticle.wrong(flag, fault));
  const text = (flag: OptionName, written: string | undefined, rule: z.ZodType): string | undefined => {
    const fault = written === undefined ? null : faultOf(rule, written);
    if (fault !== null) addFault(flag, fault);
    return fault === null ? written?.trim() : undefined;
  };
  const named = (flag: OptionName, written: string | undefined, files: readonly NamedFile[]) => {
    if (written === undefined) return undefined;
    const file = files.find(({ slug, name }) => slug === written || slugify(name) === slugify(written));
    if (!file) {
      const known = files.map(({ slug }) => slug);
      addFault(flag, strings.newArticle.unknown(written, nearest(written, known), known));
    }
    return file?.slug;
  };

  set(answers, 'title', text('titre', options.titre, rules.title));
  set(answers, 'category', named('rubrique', options.rubrique, library.categories));
  set(answers, 'author', named('auteur', options.auteur, library.authors));
  set(answers, 'description', text('chapo', options.chapo, rules.description));
  set(answers, 'draft', options.brouillon);
  readSlug(options.adresse, library, given);
  readTags(options, library, given);

  if (options.couverture !== undefined) {
    const cover = await readCover(options.couverture);
    if (typeof cover === 'string') addFault('couverture', cover);
    else given.coverFile = cover;
  }
  set(given.coverTexts, 'alt', text('alt', options.alt, rules.alt));
  set(given.coverTexts, 'caption', text('legende', options.legende, rules.caption));
  set(given.coverTexts, 'credit', text('credit', options.credit, rules.credit));
  return given;
}

function set<Values extends object, Name extends keyof Values>(
  values: Values,
  name: Name,
  value: Values[Name] | undefined,
): void {
  if (value !== undefined) values[name] = value;
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
  const fault = faultOf(rules.tags, [...tags]);
  if (fault !== null) faults.push(strings.newArticle.wrong('etiquette', fault));
  answers.tags = [...tags];
  answers.newTags = newTags;
}

/** The problem of a new tag's name, which also gives its slug; `null` when there is none. */
export function newTagFault(name: string): string | null {
  return faultOf(rules.tag, name) ?? (slugify(name) === '' ? strings.newArticle.noTagSlug : null);
}

/** Required answers, with the option that gives each and its name in French. */
const REQUIRED = [
  ['title', 'titre', 'Le titre'],
  ['category', 'rubrique', 'La rubrique'],
  ['tags', 'etiquette', 'Une étiquette'],
  ['author', 'auteur', 'La signature'],
] as const satisfies readonly (readonly [keyof Answers, OptionName, string])[];

const REQUIRED_WITH_COVER = [
  ['alt', 'alt', 'Le texte alternatif de la couverture'],
  ['caption', 'legende', 'La légende de la couverture'],
  ['credit', 'credit', 'Le crédit de la couverture'],
] as const satisfies readonly (readonly [CoverText, OptionName, string])[];

/** Completes the answers without asking. Returns the problems, in French, if anything is wrong or missing. */
export function completeAnswers(
  given: Given,
  options: ReadonlySet<string>,
  library: Library,
): Answers | string[] {
  const { answers, coverFile, coverTexts } = given;
  const text = strings.newArticle;
  const missing = [
    ...REQUIRED.filter(([name]) => answers[name] === undefined),
    ...(coverFile ? REQUIRED_WITH_COVER.filter(([name]) => coverTexts[name] === undefined) : []),
  ].filter(([, flag]) => !options.has(flag));
  const faults = [
    ...given.faults,
    ...given.unknownTags.map((name) => text.unknownTag(name, nearTags(library.tags, name))),
    ...missing.map(([, flag, what]) => text.missing(flag, what)),
  ];
  const { title, slug, category, tags, author, newTags = [], description = null, draft = false } = answers;
  const { alt, caption, credit } = coverTexts;
  if (faults.length > 0 || !title || !slug || !category || !tags || !author) return faults;
  const cover = coverFile && alt && caption && credit ? { ...coverFile, alt, caption, credit } : null;
  return { title, slug, category, tags, newTags, author, description, cover, draft };
}
