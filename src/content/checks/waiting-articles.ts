import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { parseDate } from '#lib/dates.ts';
import type { ContentProblem } from '#model/problems.ts';

const DAY = 86_400_000;
/** Bytes: more than the fields of any article take. */
const MOST_READ = 64_000;

const DRAFT = /^["']?draft["']?[ \t]*:[ \t]*(?:true|True|TRUE)[ \t]*(?:#.*)?$/mu;
const NO_DRAFT = /^["']?draft["']?[ \t]*:[ \t]*(?:false|False|FALSE)\b/mu;
const PUBLISHED_AT = /^["']?publishedAt["']?[ \t]*:[ \t]*["']?([\d\-: T]+?)["']?[ \t]*(?:#.*)?$/mu;

/**
 * Whether a file belongs to an article that no reader sees yet: a draft, or one that is to come by more than a day.
 * What is wrong with it is told, and stops nothing. This is read from the lines of its fields, however wrong the others
 * are.
 *
 * @param root the project's folder
 * @returns by the path of a file from the project's root
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

/** What stops a publication, and what only waits for an article's author. */
export function splitWaiting<Problem extends ContentProblem>(
  problems: readonly Problem[],
  isWaitingFile: (file: string) => boolean,
): { problems: Problem[]; waiting: Problem[] } {
  const { true: waiting = [], false: rest = [] } = Object.groupBy(problems, ({ file }) =>
    isWaitingFile(file) ? 'true' : 'false',
  );
  return { problems: rest, waiting };
}

/** The name of the article's folder that a file belongs to; `null` for any other file. */
export function articleSlug(file: string): string | null {
  return /^content\/articles\/([^/]+)\/[^/]/u.exec(file)?.[1] ?? null;
}

function articleOf(file: string): string | null {
  const slug = articleSlug(file);
  if (slug !== null) return `content/articles/${slug}/index.mdx`;
  return /^content\/articles\/[^/]+\.mdx?$/u.test(file) ? file : null;
}

/** The same of an article's text. */
export function isWaiting(head: string, now: Date): boolean {
  const fields = fieldLines(head);
  if (DRAFT.test(fields)) return !NO_DRAFT.test(fields);
  const publishedAt = parseDate(PUBLISHED_AT.exec(fields)?.[1] ?? '');
  return publishedAt !== null && publishedAt.getTime() > now.getTime() + DAY;
}

/** The lines that begin a file, as far as its fields go, even where nothing closes them. */
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
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(MOST_READ);
      return bytes.toString('utf8', 0, readSync(file, bytes, 0, MOST_READ, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}
