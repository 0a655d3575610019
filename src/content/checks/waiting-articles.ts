import { join } from 'node:path';
import { DAY } from '#lib/durations.ts';
import { parseDate } from '#lib/dates.ts';
import { readPart } from '#storage/read-part.ts';
import type { ContentProblem } from '#model/problems.ts';

/** In bytes: longer than any article's front matter. */
const MAX_READ = 64_000;

const DRAFT = /^["']?draft["']?[ \t]*:[ \t]*(?:true|True|TRUE)[ \t]*(?:#.*)?$/mu;
const NO_DRAFT = /^["']?draft["']?[ \t]*:[ \t]*(?:false|False|FALSE)\b/mu;
const PUBLISHED_AT = /^["']?publishedAt["']?[ \t]*:[ \t]*["']?([\d\-: T]+?)["']?[ \t]*(?:#.*)?$/mu;

/**
 * Returns a function that reports whether a file belongs to a waiting article, which readers do not see yet: a draft,
 * or an article scheduled more than a day ahead. Problems of such files do not block a build. The lines of the front
 * matter are read one by one, since the YAML may be invalid.
 *
 * @param root the project's folder, to which file paths are relative
 */
export function waitingArticles(root: string, now: Date): (file: string) => boolean {
  const known = new Map<string, boolean>();
  return (file) => {
    const article = articleOf(file);
    if (article === null) return false;
    const waits = known.get(article) ?? isWaiting(headOf(join(root, article)), now);
    known.set(article, waits);
    return waits;
  };
}

/** Divides problems into those that block publication and those of waiting articles. */
export function splitWaiting<Problem extends ContentProblem>(
  problems: readonly Problem[],
  isWaitingFile: (file: string) => boolean,
): { problems: Problem[]; waiting: Problem[] } {
  const { true: waiting = [], false: rest = [] } = Object.groupBy(problems, ({ file }) =>
    isWaitingFile(file) ? 'true' : 'false',
  );
  return { problems: rest, waiting };
}

/** The slug of the article that a file belongs to; `null` for any other file. */
export function articleSlug(file: string): string | null {
  return /^content\/articles\/([^/]+)\/[^/]/u.exec(file)?.[1] ?? null;
}

function articleOf(file: string): string | null {
  const slug = articleSlug(file);
  if (slug !== null) return `content/articles/${slug}/index.mdx`;
  return /^content\/articles\/[^/]+\.mdx?$/u.test(file) ? file : null;
}

/** Whether an article is waiting, from the beginning of its file. */
export function isWaiting(head: string, now: Date): boolean {
  const fields = fieldLines(head);
  if (DRAFT.test(fields)) return !NO_DRAFT.test(fields);
  const publishedAt = parseDate(PUBLISHED_AT.exec(fields)?.[1] ?? '');
  return publishedAt !== null && publishedAt.getTime() > now.getTime() + DAY;
}

/** The lines of the front matter, even when it is not closed. */
function fieldLines(head: string): string {
  const lines = head.replace(/^\uFEFF/u, '').split(/\r\n?|\n/u);
  const from = lines[0]?.trimEnd() === '---' ? 1 : 0;
  const end = lines.findIndex(
    (line, index) => index >= from && (/^---[ \t]*$/u.test(line) || line.trim() === ''),
  );
  return lines.slice(from, end === -1 ? undefined : end).join('\n');
}

function headOf(path: string): string {
  try {
    return readPart(path, 0, MAX_READ).toString('utf8');
  } catch {
    return '';
  }
}
