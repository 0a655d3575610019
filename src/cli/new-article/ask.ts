import { isSlug, slugify } from '#lib/slugs.ts';
import { type TagFile, tagSchema } from '#model/schema.ts';
import { nearArticleNotice } from '#search/near-article.ts';
import { strings } from '#strings/site.ts';
import type { Asker } from './asker.ts';
import { type CoverFile, readCover } from './cover.ts';
import {
  type Answers,
  faultOf,
  type FieldName,
  FIELDS,
  type Given,
  newTagFault,
  tagsFault,
} from './given.ts';
import { findTag, freeSlug, type Library } from './library.ts';
import { nearTags, searchTags } from './tags.ts';

const text = strings.newArticle;

/** The answers that may be empty. */
const OPTIONAL: ReadonlySet<FieldName> = new Set(['description', 'focus']);

/** Asks for the answers that the options did not give. @throws Cancelled */
export async function askRest(given: Given, library: Library, asker: Asker): Promise<Answers> {
  const { answers } = given;
  for (const message of [...given.faults, ...given.notices]) asker.warn(message);
  const ask = async (name: FieldName, initial?: string | null): Promise<string> => {
    const { from } = FIELDS[name];
    if (answers[name] !== undefined) return answers[name];
    if (typeof from === 'string') return asker.choose(text.ask[name], library[from].map(choiceOf));
    const slugFault = (written: string) => (name === 'title' && slugify(written) === '' ? text.noSlug : null);
    return asker.text(text.ask[name], {
      initial: initial ?? '',
      required: !OPTIONAL.has(name),
      fault: (written) => faultOf(from, written) ?? slugFault(written),
    });
  };

  const warned = new Set(given.notices);
  const warnOfNearArticle = (title: string, description = '') => {
    const notice = nearArticleNotice({ title, description }, library.articles);
    if (notice === null || warned.has(notice)) return;
    warned.add(notice);
    asker.warn(notice);
  };

  const title = await ask('title');
  warnOfNearArticle(title);
  const slug = answers.slug ?? (await askSlug(slugify(title), library, asker));
  const category = await ask('category');
  const { tags, newTags } = await askTags(given, library, asker);
  const author = await ask('author');
  const description = (await ask('description')) || null;
  if (description !== null) warnOfNearArticle(title, description);
  const file = given.coverFile ?? (await askCover(asker));
  const cover = file && {
    ...file,
    alt: await ask('alt'),
    // The default answers are the texts of the photograph's metadata, which have been removed from the file.
    caption: await ask('caption', file.removed?.caption),
    credit: await ask('credit', file.removed?.credit),
    // Only photographs have a focal point: a drawing is designed for its frame.
    focus: answers.focus ?? (file.extension === 'svg' ? null : (await ask('focus')) || null),
  };
  const draft =
    answers.draft ?? (!cover || description === null || (await asker.confirm(text.ask.draft, true)));
  return { title, slug, category, tags, newTags, author, description, cover, draft };
}

function choiceOf({ slug, name, depth = 0 }: Library['categories'][number]) {
  return { value: slug, label: '   '.repeat(depth) + name };
}

async function askSlug(slug: string, { isTaken }: Library, asker: Asker): Promise<string> {
  if (!isTaken(slug)) return slug;
  return asker.text(text.ask.taken(slug), {
    required: true,
    initial: freeSlug(slug, isTaken),
    fault: (written) => {
      if (!isSlug(written)) return text.noAddress;
      return isTaken(written) ? text.taken(written, freeSlug(written, isTaken)) : null;
    },
  });
}

/** Asks until a picture is suitable, or the answer is empty. */
async function askCover(asker: Asker): Promise<CoverFile | null> {
  for (;;) {
    const path = await asker.text(text.ask.cover, { required: false, fault: () => null });
    if (path === '') return null;
    const cover = await readCover(unquoted(path));
    if (typeof cover !== 'string') return cover;
    asker.warn(cover);
  }
}

/** A file dropped on a terminal is pasted in quotes, or with its spaces escaped. */
function unquoted(path: string): string {
  return path.replace(/^(['"])(.*)\1$/u, '$2').replace(/\\(?=[ '()&])/gu, '');
}

const NEW = '\u0000new';
const AGAIN = '\u0000again';

/** Asks for tags, one search at a time, unless the options give them. The unknown tags of the options come first. */
async function askTags({ answers, unknownTags }: Given, library: Library, asker: Asker) {
  const isValid = tagsFault(answers.tags ?? []) === null;
  const tags = new Set(isValid ? answers.tags : []);
  const newTags = new Set(isValid ? answers.newTags : []);
  const waiting = [...unknownTags];
  const isComplete = isValid && waiting.length === 0;
  while (!isComplete && tagsFault([...tags, 'autre']) === null) {
    const written = waiting.shift() ?? (await askSearch([...tags], asker));
    if (written === '') break;
    const known = [...library.tags, ...[...newTags].map((name): TagFile => ({ name, aliases: [] }))];
    const picked = await pickTag(written, known, asker);
    if (picked === null) continue;
    tags.add(picked);
    if (!findTag(known, picked)) newTags.add(picked);
  }
  return { tags: [...tags], newTags: [...newTags] };
}

function askSearch(tags: readonly string[], asker: Asker): Promise<string> {
  return asker.text(tags.length > 0 ? text.ask.moreTags(tags) : text.ask.tags, {
    required: tags.length === 0,
    fault: (written) => faultOf(tagSchema.shape.name, written),
  });
}

/** An existing tag, or a new one once confirmed; `null` to search again. */
async function pickTag(written: string, known: readonly TagFile[], asker: Asker): Promise<string | null> {
  const exact = findTag(known, written);
  const choices = searchTags(known, written).map((name) => ({ value: name, label: name }));
  if (!exact && newTagFault(written) === null) choices.push({ value: NEW, label: text.ask.newTag(written) });
  choices.push({ value: AGAIN, label: text.ask.otherSearch });
  const choice = await asker.choose(text.ask.tagList(written), choices, exact?.name);
  if (choice === AGAIN) return null;
  if (choice !== NEW) return choice;
  const near = nearTags(known, written).filter((name) => slugify(name) !== slugify(written));
  return near.length === 0 || (await asker.confirm(text.nearTags(written, near), false)) ? written : null;
}
