import { isoDay } from '#lib/dates.ts';
import { strings } from '#strings/site.ts';
import { placeholderCover } from './cover.ts';
import { composeArticle } from './front-matter.ts';
import type { Answers } from './given.ts';
import type { Writing } from './write.ts';

/** Whether readers may not see the article yet: it says so, or lacks its cover or its lead. */
export function isDraft({ draft, cover, description }: Answers): boolean {
  return draft || cover === null || description === null;
}

/**
 * What is to be written for an article: its file, and its cover or what stands for it.
 *
 * @param today the day it begins, which is its date of publication until its author changes it
 */
export function composeWriting(answers: Answers, magazine: string, today: Date): Writing {
  const { title, slug, category, tags, newTags, author, description, cover } = answers;
  const say = strings.newArticle.placeholder;
  const name = `couverture.${cover?.extension ?? 'svg'}`;
  const { alt, caption, credit } = cover ?? {
    alt: say.alt,
    caption: say.caption,
    credit: say.credit(magazine),
  };
  const text = composeArticle({
    title,
    description: description ?? say.description,
    publishedAt: isoDay(today),
    category,
    tags,
    authors: [author],
    cover: { src: `./${name}`, alt, caption, credit },
    draft: isDraft(answers),
  });
  return {
    slug,
    text,
    cover: { name, ...(cover ? { from: cover.path } : { text: placeholderCover(title) }) },
    newTags,
  };
}
