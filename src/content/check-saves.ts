import { join, relative, sep } from 'node:path';
import { articleFolder } from './article-records.ts';
import { checkFolder } from './check-articles.ts';
import { type ContentCheck, examineContent, sortProblems } from './check-content.ts';
import { checkFileSafety } from './check-safety.ts';
import type { ContentProblem } from './problems.ts';

/** The problems of a content folder while someone writes in it. */
export interface ChecksOfSaves {
  /** Of the content as it was last saved. */
  problems(): Promise<ContentProblem[]>;
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
    problems: async () => (await last).problems,
    saved: (event, path) => {
      const file = relative(content, path).replaceAll(sep, '/');
      const slug = /^articles\/([^/]+)\/[^/]+$/u.exec(file)?.[1];
      // A file that comes or goes may be one that others cite.
      const isOneArticle = event === 'change' && slug !== undefined;
      if (isOneArticle) {
        last = last.then((before) => recheck(root, before, slug, file), whole);
      } else if (!wholeWaits) {
        // Files come in numbers: one look, which has not begun, will see them all.
        wholeWaits = true;
        last = last.then(whole, whole);
      }
    },
  };
}

async function recheck(
  root: string,
  before: ContentCheck,
  slug: string,
  file: string,
): Promise<ContentCheck> {
  const { known } = before;
  if (!known) return examineContent(root);
  const { problems } = await checkFileSafety(root, file);
  if (problems.length > 0) return { problems, known: null };
  const others = before.problems.filter((problem) => !problem.file.startsWith(`${articleFolder(slug)}/`));
  return { problems: sortProblems([...others, ...checkFolder(root, slug, known).problems]), known };
}
