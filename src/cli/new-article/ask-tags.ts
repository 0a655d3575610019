import { slugify } from '#lib/slugs.ts';
import type { TagFile } from '#model/schema.ts';
import { strings } from '#strings/site.ts';
import type { Asker } from './asker.ts';
import { faultOf, type Given, newTagFault, rules } from './given.ts';
import { findTag, type Library } from './library.ts';
import { nearTags, searchTags } from './tags.ts';

const NEW = '\u0000new';
const AGAIN = '\u0000again';

/** Asks for tags, one search at a time. The unknown tags of the options come first. */
export async function askTags(
  given: Given,
  library: Library,
  asker: Asker,
): Promise<{ tags: string[]; newTags: string[] }> {
  const isValid = faultOf(rules.tags, given.answers.tags ?? []) === null;
  const tags = new Set(isValid ? given.answers.tags : []);
  const newTags = new Set(isValid ? given.answers.newTags : []);
  const waiting = [...given.unknownTags];
  while (faultOf(rules.tags, [...tags, 'autre']) === null) {
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
  const text = strings.newArticle.ask;
  return asker.text(tags.length > 0 ? text.moreTags(tags) : text.tags, {
    required: tags.length === 0,
    fault: (written) => faultOf(rules.tag, written),
  });
}

/** An existing tag, or a new one once confirmed; `null` to search again. */
async function pickTag(written: string, known: readonly TagFile[], asker: Asker): Promise<string | null> {
  const text = strings.newArticle;
  const exact = findTag(known, written);
  const found = searchTags(known, written);
  const choices = found.map((name) => ({ value: name, label: name }));
  if (!exact && newTagFault(written) === null) choices.push({ value: NEW, label: text.ask.newTag(written) });
  choices.push({ value: AGAIN, label: text.ask.otherSearch });
  const choice = await asker.choose(text.ask.tagList(written), choices, exact?.name);
  if (choice === AGAIN) return null;
  if (choice !== NEW) return choice;
  const near = nearTags(known, written).filter((name) => slugify(name) !== slugify(written));
  return near.length === 0 || (await asker.confirm(text.nearTags(written, near), false)) ? written : null;
}
