import type { z } from 'astro/zod';
import { nearest } from '#lib/nearest.ts';
import { isSlug, slugify } from '#lib/slugs.ts';
import { articleFileSchema, tagSchema } from '#model/schema.ts';
import { strings } from '#strings/site.ts';
import { type CoverFile, readCover } from './cover.ts';
import { findTag, freeSlug, type Library, type NamedFile } from './library.ts';
import type { OptionName, Options } from './options.ts';
import { nearTags } from './tags.ts';

/** All that an article needs to begin. */
export interface Answers {
  title: string;
  slug: string;
  category: string;
  tags: string[];
  /** Those of the tags that the list does not have yet. */
  newTags: string[];
  author: string;
  /** `null` when it is to be written later. */
  description: string | null;
  /** `null` when there is none yet. */
  cover: (CoverFile & { alt: string; caption: string; credit: string }) | null;
  draft: boolean;
}

/** What the options say, each part checked on its own. */
export interface Given {
  answers: { [Name in keyof Omit<Answers, 'cover'>]?: Answers[Name] };
  coverFile: CoverFile | null;
  coverTexts: Partial<Record<CoverText, string>>;
  /** Tags that are neither in the list nor confirmed. */
  unknownTags: string[];
  /** What is wrong, in French. */
  faults: string[];
  /** What is worth knowing, in French. */
  notices: string[];
}

export type CoverText = 'alt' | 'caption' | 'credit';
const { shape } = articleFileSchema;

/** How each text is checked, whether it comes from an option or from an answer: by the model's own rules. */
export const rules = {
  title: shape.title,
  description: shape.description,
  alt: shape.cover.shape.alt,
  caption: shape.cover.shape.caption,
  credit: shape.cover.shape.credit,
  tag: tagSchema.shape.name,
  tags: shape.tags,
} satisfies Readonly<Record<string, z.ZodType>>;

/** What the model's rule says against a value; `null` when nothing. */
export function faultOf(rule: z.ZodType, value: unknown): string | null {
  return rule.safeParse(value).error?.issues[0]?.message ?? null;
}

/** Reads what the options give, against what the magazine has. Writes nothing and asks nothing. */
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
  const blame = (flag: OptionName, fault: string) => void faults.push(strings.newArticle.wrong(flag, fault));
  const text = (flag: OptionName, written: string | undefined, rule: z.ZodType): string | undefined => {
    const fault = written === undefined ? null : faultOf(rule, written);
    if (fault !== null) blame(flag, fault);
    return fault === null ? written?.trim() : undefined;
  };
  const named = (flag: OptionName, written: string | undefined, files: readonly NamedFile[]) => {
    if (written === undefined) return undefined;
    const file = files.find(({ slug, name }) => slug === written || slugify(name) === slugify(written));
    if (!file) {
      const known = files.map(({ slug }) => slug);
      blame(flag, strings.newArticle.unknown(written, nearest(written, known), known));
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
    if (typeof cover === 'string') blame('couverture', cover);
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

/** The address that is given, else that of the title; one that is taken is a fault, with a free one to take. */
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

/** What is wrong with the name of a new tag, which also makes its address; `null` when nothing. */
export function newTagFault(name: string): string | null {
  return faultOf(rules.tag, name) ?? (slugify(name) === '' ? strings.newArticle.noTagSlug : null);
}
