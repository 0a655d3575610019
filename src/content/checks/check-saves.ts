import { join, relative, sep } from 'node:path';
import { articleFolder, articlePath } from '#content/files/article-records.ts';
import { checkFolder } from './check-articles.ts';
import { type ContentCheck, examineContent, sortProblems } from './check-content.ts';
import { checkFileSafety } from './check-safety.ts';
import { filesBelow } from '#storage/files-below.ts';
import type { ContentProblem } from '#model/problems.ts';
import { readPublication } from '#content/files/publication.ts';
import { articleSlug, splitWaiting, waitingArticles } from './waiting-articles.ts';

/** The problems of a content folder while someone writes in it. */
export interface ChecksOfSaves {
  /** Of the content as it was last saved: those of the whole site, and those of drafts alone. */
  problems(): Promise<Pick<ContentCheck, 'problems' | 'waiting'>>;
  /** Looks again at what a change of a file of the content folder may have put right or wrong. */
  saved(event: string, path: string): void;
}

/**
 * Checks a content folder, then each save. Most saves are of one article, and no other has a problem by its change:
 * looking at ten thousand again takes seconds.
 *
 * @param root the project's folder, which holds content/
 */
export function checkSaves(root: string): ChecksOfSaves {
  const content = join(root, 'content');
  let last: Promise<ContentCheck> = examineContent(root);
  let wholeWaits = false;
  const whole = () => {
    wholeWaits = false;
    return examineContent(root);
  };
  return {
    problems: () => last,
    saved: (event, path) => {
      const file = relative(content, path).replaceAll(sep, '/');
      const slug = /^articles\/([^/]+)\/[^/]+$/u.exec(file)?.[1];
      // A file that comes or goes may be one that others cite.
      const isOneArticle = event === 'change' && slug !== undefined;
      if (isOneArticle) {
        last = last.then((before) => recheck(root, before, slug), whole);
      } else if (!wholeWaits) {
        // Files come in numbers: one look, which has not begun, will see them all.
        wholeWaits = true;
        last = last.then(whole, whole);
      }
    },
  };
}

async function recheck(root: string, before: ContentCheck, slug: string): Promise<ContentCheck> {
  const { known } = before;
  if (!known) return examineContent(root);
  const folder = articleFolder(slug);
  const isOther = ({ file }: ContentProblem) => articleSlug(file) !== slug;
  const unsafe: ContentProblem[] = [];
  for (const name of filesBelow(join(root, folder)))
    unsafe.push(...(await checkFileSafety(root, `articles/${slug}/${name}`)).problems);
  const isUnread = unsafe.some(({ file }) => file === articlePath(slug));
  const own = isUnread ? unsafe : [...unsafe, ...checkFolder(root, slug, known).problems];
  const isWaiting = waitingArticles(root, readPublication().now);
  const { problems, waiting } = splitWaiting(own, isWaiting);
  return {
    problems: sortProblems([...before.problems.filter(isOther), ...problems]),
    waiting: sortProblems([...before.waiting.filter(isOther), ...waiting]),
    known,
  };
}
