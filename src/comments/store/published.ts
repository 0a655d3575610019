import { readFile, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { type CommentFile, commentFileSchema } from '#model/comment-schema.ts';
import { isoWithOffset } from '#lib/dates.ts';
import { isSlug } from '#lib/slugs.ts';
import {
  createFile,
  hasCode,
  listNames,
  removeAbandoned,
  removeFile,
  replaceFile,
} from '#storage/durable-file.ts';
import { isRecordId, toYaml } from './records.ts';

const SUFFIX = '.yaml';
/** File mode: editors and Git read these files. */
const PUBLIC = 0o644;

/** A comment on the site, with its place. */
export interface Published {
  id: string;
  article: string;
  comment: CommentFile;
}

/** The accepted comments, in content/comments/<article>/<id>.yaml, under Git. */
export interface PublishedComments {
  /** @returns false when it already exists */
  add(published: Published): Promise<boolean>;
  get(article: string, id: string): Promise<Published | null>;
  /** @returns the comment of that id, on any article */
  find(id: string): Promise<Published | null>;
  /** The ids of all comments, on any article. */
  ids(): Promise<ReadonlySet<string>>;
  /** Removes a comment from the site. A comment with replies is replaced by this notice. */
  withdraw(published: Published, notice: Pick<CommentFile, 'name' | 'text'>): Promise<void>;
  /** Removes the temporary files of killed processes. */
  tidy(): Promise<void>;
}

export function createPublishedComments(root: string): PublishedComments {
  const path = (article: string, id: string) => {
    if (!isSlug(article) || !isRecordId(id)) throw new Error('This is not the id of a comment');
    return join(root, article, `${id}${SUFFIX}`);
  };
  const articles = async () => (await listNames(root)).filter(isSlug);
  const idsOn = async (article: string) =>
    (await listNames(join(root, article)))
      .flatMap((name) => (name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : []))
      .filter(isRecordId);
  const published: PublishedComments = {
    add: ({ article, id, comment }) => createFile(path(article, id), commentYaml(comment), PUBLIC),
    async get(article, id) {
      try {
        const data: unknown = parse(await readFile(path(article, id), 'utf8'), { maxAliasCount: 0 });
        return { id, article, comment: commentFileSchema.parse(data) };
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return null;
        throw error;
      }
    },
    async find(id) {
      for (const article of await articles()) {
        const found = await published.get(article, id);
        if (found) return found;
      }
      return null;
    },
    ids: async () => new Set((await Promise.all((await articles()).map(idsOn))).flat()),
    async withdraw({ article, id, comment: { date, replyTo } }, notice) {
      if (await hasReplies(article, id)) {
        const comment = { date, staff: false, ...(replyTo && { replyTo }), ...notice };
        await replaceFile(path(article, id), commentYaml(comment), PUBLIC);
        return;
      }
      await removeFile(path(article, id));
      // This fails, rightly, when the folder holds other comments.
      await rmdir(dirname(path(article, id))).catch(() => undefined);
    },
    async tidy() {
      for (const article of await articles()) await removeAbandoned(join(root, article));
    },
  };

  async function hasReplies(article: string, id: string): Promise<boolean> {
    for (const other of await idsOn(article)) {
      if ((await published.get(article, other))?.comment.replyTo === id) return true;
    }
    return false;
  }

  return published;
}

/** Writes the fields in the order in which editors read them, and the date in Paris time. */
function commentYaml({ name, site, date, replyTo, staff, text }: CommentFile): string {
  return toYaml({
    name,
    site,
    date: isoWithOffset(date).slice(0, 16).replace('T', ' '),
    replyTo,
    staff: staff || undefined,
    text,
  });
}
