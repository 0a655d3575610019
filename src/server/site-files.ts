import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { parseAccept } from 'hono/utils/accept';

/** The encodings of compressed copies with the suffixes of their file names, the smallest copy first. */
const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** A file of the built site. */
export interface ServedFile {
  /** From the root of the site, for example `/articles/un/index.html`. */
  path: string;
  encoding: Encoding | null;
}

/** A file, or a folder: its address lacks the last slash. */
export type Found = { kind: 'file'; file: ServedFile } | { kind: 'folder' } | null;

/** Files that are never served: those for static hosts, and hidden files except `.well-known` (RFC 8615). */
const HIDDEN = /^\/_(?:headers|redirects)$|\/\.(?!well-known\/)/u;

/** Characters and segments that no browser sends in a path: null, backslash, empty segments, dot segments. */
const INVALID = /[\0\\]|\/\/|\/\.{1,2}(?:\/|$)/u;

/**
 * Lists the encodings that a browser accepts, the smallest copy first.
 *
 * @param header Accept-Encoding (RFC 9110, 12.5.3)
 */
export function acceptedEncodings(header = ''): Encoding[] {
  const weights = new Map(parseAccept(header.toLowerCase()).map(({ type, q }) => [type, q]));
  return ENCODINGS.filter(({ name }) => (weights.get(name) ?? weights.get('*') ?? 0) > 0);
}

/** Decodes the path of an address, once. @returns `null` when it cannot be the path of a file */
export function readPath(encoded: string): string | null {
  try {
    const path = decodeURIComponent(encoded);
    return INVALID.test(path) || !path.startsWith('/') ? null : path;
  } catch {
    return null;
  }
}

/**
 * Finds a file, or the smallest of its compressed copies in these encodings.
 *
 * @param root the folder of the site; a symbolic link that leads out of it is not followed
 * @returns `null` when there is no such file, or it must not be served
 */
export async function findFile(root: string, path: string, encodings: readonly Encoding[]): Promise<Found> {
  if (HIDDEN.test(path)) return null;
  const name = path.endsWith('/') ? `${path}index.html` : path;
  const found = await statInside(root, name);
  if (found?.isDirectory()) return { kind: 'folder' };
  if (!found?.isFile()) return null;
  for (const encoding of encodings) {
    if ((await statInside(root, name + encoding.suffix))?.isFile())
      return { kind: 'file', file: { path: name, encoding } };
  }
  return { kind: 'file', file: { path: name, encoding: null } };
}

/** Resolves the root for each file, because a build may replace it at any time. */
async function statInside(root: string, path: string): Promise<Stats | null> {
  try {
    const [folder, file] = await Promise.all([realpath(root), realpath(join(root, path))]);
    return file.startsWith(folder + sep) ? await stat(file) : null;
  } catch {
    return null;
  }
}
