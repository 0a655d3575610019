import type { Severity } from '#content/checks/rule.ts';

/** A mistake that editors make, for a test in a copy of the magazine. */
export interface Mistake {
  /** A description of the mistake. */
  name: string;
  /** The file with the mistake, under content/. */
  file: string;
  /** A text of the file and its replacement, or the whole new content of the file. */
  edit: readonly [find: string, put: string] | Buffer;
  /** A text on the line that must be reported; `null` for the first line. */
  at: string | null;
  severity: Severity;
  says: string;
  /** Other messages that the mistake causes. */
  also?: readonly string[];
}

export const ARTICLE = 'articles/accelerateur-ou-incubateur/index.mdx';
export const LEAD = 'articles/geants-tech-empreinte-carbone-ia-generative/index.mdx';
export const TIMELINE = 'articles/de-twitter-a-x-chronologie-d-une-plateforme/index.mdx';

/** Makes a mistake that blocks publication. */
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
