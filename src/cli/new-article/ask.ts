import type { z } from 'astro/zod';
import { isSlug, slugify } from '#lib/slugs.ts';
import { strings } from '#strings/site.ts';
import { askTags } from './ask-tags.ts';
import type { Asker } from './asker.ts';
import { type CoverFile, readCover } from './cover.ts';
import { type Answers, type CoverText, faultOf, type Given, rules } from './given.ts';
import { freeSlug, type Library } from './library.ts';

/** Asks for the answers that the options did not give. @throws Cancelled */
export async function askRest(given: Given, library: Library, asker: Asker): Promise<Answers> {
  const { answers } = given;
  const questions = strings.newArticle.ask;
  for (const message of [...given.faults, ...given.notices]) asker.warn(message);
  const required = (message: string, rule: z.ZodType) =>
    asker.text(message, { required: true, fault: (written) => faultOf(rule, written) });

  const title =
    answers.title ??
    (await asker.text(questions.title, {
      required: true,
      fault: (written) =>
        faultOf(rules.title, written) ?? (slugify(written) === '' ? strings.newArticle.noSlug : null),
    }));
  const slug = answers.slug ?? (await askSlug(slugify(title), library, asker));
  const category =
    answers.category ??
    (await asker.choose(
      questions.category,
      library.categories.map(({ slug: value, name, depth }) => ({
        value,
        label: '   '.repeat(depth) + name,
      })),
    ));
  const tagged =
    answers.tags && given.unknownTags.length === 0 && faultOf(rules.tags, answers.tags) === null
      ? { tags: answers.tags, newTags: answers.newTags ?? [] }
      : await askTags(given, library, asker);
  const author =
    answers.author ??
    (await asker.choose(
      questions.author,
      library.authors.map(({ slug: value, name: label }) => ({ value, label })),
    ));
  const description =
    answers.description ??
    ((await asker.text(questions.description, {
      required: false,
      fault: (written) => faultOf(rules.description, written),
    })) ||
      null);

  const file = given.coverFile ?? (await askCover(asker));
  const coverText = async (name: CoverText) =>
    given.coverTexts[name] ?? (await required(questions[name], rules[name]));
  const cover = file && {
    ...file,
    alt: await coverText('alt'),
    caption: await coverText('caption'),
    credit: await coverText('credit'),
  };
  const draft =
    answers.draft ?? (!cover || description === null || (await asker.confirm(questions.draft, true)));
  return { title, slug, category, ...tagged, author, description, cover, draft };
}

async function askSlug(slug: string, { isTaken }: Library, asker: Asker): Promise<string> {
  if (!isTaken(slug)) return slug;
  return asker.text(strings.newArticle.ask.taken(slug), {
    required: true,
    initial: freeSlug(slug, isTaken),
    fault: (written) => {
      if (!isSlug(written)) return strings.newArticle.noAddress;
      return isTaken(written) ? strings.newArticle.taken(written, freeSlug(written, isTaken)) : null;
    },
  });
}

/** Asks until a picture is suitable, or the answer is empty. */
async function askCover(asker: Asker): Promise<CoverFile | null> {
  for (;;) {
    const path = await asker.text(strings.newArticle.ask.cover, { required: false, fault: () => null });
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
