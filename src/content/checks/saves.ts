import { join, relative, sep } from 'node:path';
import { articleFolder, articlePath } from '#content/files/article-records.ts';
import { checkFolder } from './articles.ts';
import { type ContentCheck, examineContent } from './content.ts';
import { checkFileSafety } from './safety.ts';
import { filesBelow } from '#storage/files-below.ts';
import { type ContentProblem, sortProblems } from '#model/problems.ts';
import { readPublication } from '#content/files/publication.ts';
import { articleSlug, splitWaiting, waitingArticles } from './waiting-articles.ts';

/** The problems of a content folder during development. */
export interface ChecksOfSaves {
  /** Returns the problems of the last saved content, and separately those of drafts and scheduled articles. */
  problems(): Promise<Pick<ContentCheck, 'problems' | 'waiting'>>;
  /** Starts the checks whose results this change of a file may alter. */
  saved(event: string, path: string): void;
}

/**
 * Checks a content folder, then each save. When only an article's file changes, only this article is checked again,
 * because checking ten thousand takes seconds.
 *
 * @param root the project's folder, which contains content/
 */
export function checkSaves(root: string): ChecksOfSaves {
  const content = join(root, 'content');
  let last: Promise<ContentCheck> = examineContent(root);
  let isQueued = false;
  const whole = () => {
    isQueued = false;
    return examineContent(root);
  };
  return {
    problems: () => last,
    saved: (event, path) => {
      const file = relative(content, path).replaceAll(sep, '/');
      const slug = /^articles\/([^/]+)\/[^/]+$/u.exec(file)?.[1];
      // When a file is added or removed, everything is checked again, because other files may refer to it.
      const isOneArticle = event === 'change' && slug !== undefined;
      if (isOneArticle) {
        last = last.then((before) => recheck(root, before, slug), whole);
      } else if (!isQueued) {
        // Many files may change at once: one queued check covers all of them.
        isQueued = true;
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
