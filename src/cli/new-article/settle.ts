import { strings } from '#strings/site.ts';
import type { Answers, CoverText, Given } from './given.ts';
import type { Library } from './library.ts';
import type { OptionName } from './options.ts';
import { nearTags } from './tags.ts';

/** The option that gives each answer an article cannot do without, and what it is in French. */
const NEEDED = [
  ['title', 'titre', 'Le titre'],
  ['category', 'rubrique', 'La rubrique'],
  ['tags', 'etiquette', 'Une étiquette'],
  ['author', 'auteur', 'La signature'],
] as const satisfies readonly (readonly [keyof Answers, OptionName, string])[];

const NEEDED_WITH_COVER = [
  ['alt', 'alt', 'Le texte alternatif de la couverture'],
  ['caption', 'legende', 'La légende de la couverture'],
  ['credit', 'credit', 'Le crédit de la couverture'],
] as const satisfies readonly (readonly [CoverText, OptionName, string])[];

/** Makes an article of the options alone, or says in French all that is wrong or missing in them. */
export function settle(given: Given, options: ReadonlySet<string>, library: Library): Answers | string[] {
  const { answers, coverFile, coverTexts } = given;
  const say = strings.newArticle;
  const lacking = [
    ...NEEDED.filter(([name]) => answers[name] === undefined),
    ...(coverFile ? NEEDED_WITH_COVER.filter(([name]) => coverTexts[name] === undefined) : []),
  ].filter(([, flag]) => !options.has(flag));
  const faults = [
    ...given.faults,
    ...given.unknownTags.map((name) => say.unknownTag(name, nearTags(library.tags, name))),
    ...lacking.map(([, flag, what]) => say.missing(flag, what)),
  ];
  const { title, slug, category, tags, author, newTags = [], description = null, draft = false } = answers;
  const { alt, caption, credit } = coverTexts;
  if (faults.length > 0 || !title || !slug || !category || !tags || !author) return faults;
  const cover = coverFile && alt && caption && credit ? { ...coverFile, alt, caption, credit } : null;
  return { title, slug, category, tags, newTags, author, description, cover, draft };
}
