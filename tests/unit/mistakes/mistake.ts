import type { Severity } from '#content/checks/rule.ts';

/** One thing that editors get wrong, made in a copy of the magazine. */
export interface Mistake {
  /** What was done. */
  name: string;
  /** The file that is spoilt, under content/. */
  file: string;
  /** Text of the file and what takes its place; or the file’s whole new content. */
  edit: readonly [find: string, put: string] | Buffer;
  /** Text of the spoilt file whose line must be named; its first line when there is none. */
  at: string | null;
  severity: Severity;
  says: string;
  /** What else is told, because the one brings the other. */
  also?: readonly string[];
}

export const ARTICLE = 'articles/accelerateur-ou-incubateur/index.mdx';
export const LEAD = 'articles/geants-tech-empreinte-carbone-ia-generative/index.mdx';
export const TIMELINE = 'articles/de-twitter-a-x-chronologie-d-une-plateforme/index.mdx';

/** A mistake that forbids publishing. */
export function error(
  name: string,
  file: string,
  edit: Mistake['edit'],
  at: string | null,
  says: string,
  also: readonly string[] = [],
): Mistake {
  return { name, file, edit, at, severity: 'erreur', says, also };
}
