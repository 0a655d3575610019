import { domainToUnicode } from 'node:url';
import type { ContentProblem } from './problems.ts';

/** In UTF-16 units: the longest article of the magazine has 15 kB, and its fields 3 kB. */
export const MOST_TEXT = 400_000;
const MOST_FIELDS = 64_000;
/** Lists in lists, boxes in boxes, brackets in brackets. */
const MOST_DEPTH = 16;

/** Controls, signs that turn the direction of the text around them, and letters that nobody sees. */
const HIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2028\u2029\u2060-\u2064\u2066-\u206F\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/u;
const ADDRESS = /\bhttps?:\/\/(?<host>[^\s/?#"'<>()[\]{}«»]+)/giu;
const FOREIGN = /(?!\p{Script=Latin})\p{L}/u;

/** What is wrong with a text before one reads it. */
export function textProblems(file: string, text: string): ContentProblem[] {
  const at = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
  };
  if (text.length > MOST_TEXT)
    return [
      {
        ...at(0),
        message: `Ce fichier dépasse ${MOST_TEXT / 1000} ko`,
        remedy: 'Coupez-le en plusieurs articles, et mettez les images dans leurs fichiers',
      },
    ];
  const fields = file.endsWith('.mdx') ? fieldsOf(text) : 0;
  if (fields > MOST_FIELDS)
    return [
      {
        ...at(0),
        message: `Les champs dépassent ${MOST_FIELDS / 1000} ko`,
        remedy: 'Le texte de l’article s’écrit sous la seconde ligne « --- »',
      },
    ];
  const deep = firstTooDeep(text);
  if (deep !== null)
    return [
      {
        ...at(deep),
        message: `Plus de ${MOST_DEPTH} niveaux s’emboîtent ici`,
        remedy: 'Écrivez-les les uns après les autres : trois niveaux se lisent encore',
      },
    ];
  return [...hiddenSigns(text, at), ...foreignHosts(text, at)];
}

type At = (offset: number) => { file: string; line: number; column: number };

function hiddenSigns(text: string, at: At): ContentProblem[] {
  const found = HIDDEN.exec(text);
  if (!found) return [];
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [
    {
      ...at(found.index),
      message: `Un signe que l’on ne voit pas se cache ici (U+${code})`,
      remedy: 'Effacez-le : récrivez le mot et ses voisins au clavier, sans copier',
    },
  ];
}

/** Letters of another alphabet look like ours: « аpple.com » is not « apple.com ». */
function foreignHosts(text: string, at: At): ContentProblem[] {
  return [...text.matchAll(ADDRESS)].flatMap((match) => {
    const host = decoded(match.groups?.['host'] ?? '');
    const written = domainToUnicode(host.replace(/^.*@/u, '').replace(/:\d*$/u, '')) || host;
    // Whoever writes « xn-- » sees that it is not the name it looks like.
    if (!FOREIGN.test(written) || /xn--/iu.test(host)) return [];
    return [
      {
        ...at(match.index),
        message: `L’adresse « ${host} » a des lettres d’un autre alphabet, qui ressemblent aux nôtres`,
        remedy: 'Récrivez-la au clavier ; si elle est voulue, écrivez-la en « xn-- »',
      },
    ];
  });
}

function decoded(host: string): string {
  try {
    return decodeURIComponent(host);
  } catch {
    return host;
  }
}

/** How long the fields of an article are. */
function fieldsOf(text: string): number {
  const end = /^---[ \t]*\r?$/mu.exec(text.slice(3));
  return end ? end.index : text.length;
}

const MARKS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/u;
const TAG = /<(?<close>\/?)[A-Za-z][\w.-]*(?:[^<>"']|"[^"]*"|'[^']*')*?(?<empty>\/?)>/gu;

const BRACKETS = /[[\]{}()]/gu;

/** Where a text first nests too much for whoever reads it, and for what parses it. */
function firstTooDeep(text: string): number | null {
  let offset = 0;
  for (const line of text.split('\n')) {
    const marks = MARKS.exec(line)?.[0] ?? '';
    const levels = marks.replace(/[\s\d]/gu, '').length;
    const indent = /^[ \t]*/u.exec(line)?.[0].length ?? 0;
    if (levels > MOST_DEPTH || indent > 4 * MOST_DEPTH || brackets(line) > MOST_DEPTH) return offset;
    offset += line.length + 1;
  }
  let depth = 0;
  for (const { index, groups } of text.matchAll(TAG)) {
    if (groups?.['close']) depth = Math.max(0, depth - 1);
    else if (!groups?.['empty']) depth += 1;
    if (depth > MOST_DEPTH) return index;
  }
  return null;
}

/** How many brackets are open at once in a line. */
function brackets(line: string): number {
  let open = 0;
  let most = 0;
  for (const [sign] of line.matchAll(BRACKETS)) {
    if ('[{('.includes(sign)) most = Math.max(most, (open += 1));
    else open = Math.max(0, open - 1);
  }
  return most;
}
