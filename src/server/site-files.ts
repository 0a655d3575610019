import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Encoding } from './encoding.ts';

/** A file of the built site. */
export interface SiteFile {
  /** From the root of the site: `/articles/un/index.html`. */
  path: string;
  encoding: Encoding | null;
}

/** What is at an address: a file, or a folder whose address lacks its last slash. */
export type Found = { kind: 'file'; file: SiteFile } | { kind: 'folder' } | null;

/** Of static hosts, or hidden; `.well-known` is what others look for (RFC 8615). */
const HIDDEN = /^\/_(?:headers|redirects)$|\/\.(?!well-known\/)/u;

/** What no browser asks for: a sign that paths do not have, an empty part, or one that leads up. */
const STRANGE = /[\0\\]|\/\/|\/\.{1,2}(?:\/|$)/u;

/**
 * Reads the path of an address, decoded once.
 *
 * @returns `null` for what names no file of a site: badly encoded, or strange
 */
export function readPath(encoded: string): string | null {
  try {
    const path = decodeURIComponent(encoded);
    return STRANGE.test(path) || !path.startsWith('/') ? null : path;
  } catch {
    return null;
  }
}

/**
 * Looks for a file, and for the lightest of its compressed copies that may be sent.
 *
 * @param root the folder of the site, which nothing leaves, be it by a link
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

/** The root is asked for each time: a build may have put another in its place. */
async function statInside(root: string, path: string): Promise<Stats | null> {
  try {
    const [folder, file] = await Promise.all([realpath(root), realpath(join(root, path))]);
    return file.startsWith(folder + sep) ? await stat(file) : null;
  } catch {
    return null;
  }
}
