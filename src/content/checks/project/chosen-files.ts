import { spawnSync } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { nearest } from '#lib/nearest.ts';
import type { ContentDocument } from './project.ts';

/** The paths that a command is limited to; or a name that matches no document, with the nearest existing name. */
export type ChosenFiles = { paths: readonly string[] } | { unknown: string; meant: string | null };

/**
 * Finds articles, pages and files by the path of a file or folder, or by the slug of an article or a page.
 */
export function chooseFiles(
  root: string,
  documents: readonly ContentDocument[],
  names: readonly string[],
): ChosenFiles {
  const folders = new Map(documents.map((document) => [document.slug, pathOf(document)]));
  const paths: string[] = [];
  for (const name of names) {
    const path = relative(root, resolve(root, name))
      .replaceAll('\\', '/')
      .replace(/\/index\.mdx$/u, '/');
    const named = folders.get(name) ?? documents.find(({ source }) => isIn(source.file, path))?.source.file;
    if (named === undefined && !/^content\/.+\.\w+$/u.test(path))
      return {
        unknown: name,
        meant: nearest(name.replace(/\/$/u, '').replace(/^.*\//u, ''), folders.keys()),
      };
    paths.push(folders.get(name) ?? path);
  }
  return { paths };
}

/** Whether a file is one of these paths, or in one of these folders. */
export function isChosen(file: string, paths: readonly string[]): boolean {
  return paths.some((path) => isIn(file, path));
}

const isIn = (file: string, path: string) => file === path || file.startsWith(`${path.replace(/\/$/u, '')}/`);

/** The folder of an article, or the file of a page. */
function pathOf({ kind, source }: ContentDocument): string {
  return kind === 'article' ? source.file.replace(/index\.mdx$/u, '') : source.file;
}

/**
 * Returns the files of content/ that differ from a Git revision, new ones included.
 *
 * @param since a commit, a branch or a date that Git understands
 * @returns `null` when Git fails or is not installed
 */
export function changedFiles(root: string, since: string): string[] | null {
  const changed = git(root, ['diff', '--name-only', '--relative', '-z', since, '--', 'content']);
  const added = git(root, ['ls-files', '--others', '--exclude-standard', '-z', '--', 'content']);
  if (changed === null || added === null) return null;
  return [...changed, ...added].map((file) => file.replace(/(?<=^content\/articles\/[^/]+\/).*$/u, ''));
}

/** Runs Git and splits its output at NUL characters; `null` when Git fails or is not installed. */
export function git(root: string, options: readonly string[]): string[] | null {
  const { status, stdout } = spawnSync('git', options, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  return status === 0 ? stdout.split('\0').filter((part) => part !== '') : null;
}
