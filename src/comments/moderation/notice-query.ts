import { strings } from '#strings/site.ts';
import type { Notice } from './html/layout.ts';

const { counted, named, plain, late } = strings.moderationPages.done;

/** The maximum length of a name in a notice, in characters. */
const NAME_LENGTH = 200;

/** What a moderator has just done. The address of the next page carries it, so that the page can show a notice. */
export interface Done {
  /** The key of the notice in the French texts. */
  what: keyof typeof counted | keyof typeof named | keyof typeof plain;
  /** How many comments were decided on. `late` counts those that already had another state. */
  count?: number;
  late?: number;
  name?: string;
  /** The ids of the comments whose decision can be undone. */
  undo?: readonly string[];
}

/** Writes a notice as query parameters. */
export function noticeQuery({ what, count, late: lateCount, name, undo = [] }: Done): URLSearchParams {
  return new URLSearchParams({
    fait: what,
    ...(count && { n: String(count) }),
    ...(lateCount && { tard: String(lateCount) }),
    ...(name && { nom: name }),
    ...(undo.length > 0 && { annulable: undo.join('.') }),
  });
}

/** Reads the notice from query parameters. @returns `null` when they contain none */
export function readNotice(query: Readonly<Record<string, string>>): Notice | null {
  const { fait = '', n = '0', tard = '0', nom = '', annulable = '' } = query;
  const texts: string[] = [];
  if (isKey(counted, fait)) {
    if (Number(n) > 0) texts.push(counted[fait](Number(n)));
    if (Number(tard) > 0) texts.push(late(Number(tard)));
  }
  if (isKey(named, fait)) texts.push(named[fait](nom.slice(0, NAME_LENGTH)));
  if (isKey(plain, fait)) texts.push(plain[fait]);
  if (texts.length === 0) return null;
  return { text: texts.join(' '), undo: annulable.split('.').filter(Boolean) };
}

function isKey<Texts extends object>(texts: Texts, key: string): key is Extract<keyof Texts, string> {
  return Object.hasOwn(texts, key);
}
