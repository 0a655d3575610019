import { decodePercent } from '#lib/decode-percent.ts';
import { domainToUnicode } from 'node:url';
import { gitConflicts } from '#content/files/git-conflicts.ts';
import { withoutCode } from '#lib/mdx/mdx-words.ts';
import { type ContentProblem, placeAt, START } from '#model/problems.ts';
import { reportTo } from '#content/checks/report.ts';

/** Maximum length of a text, in UTF-16 code units. The longest article of the magazine has 15 kB. */
export const MAX_TEXT = 400_000;
/** Maximum length of the front matter. The longest of the magazine has 3 kB. */
const MAX_FIELDS = 64_000;
/** Maximum nesting of lists, components or brackets. */
const MAX_DEPTH = 16;

/** Control characters, bidirectional controls, and invisible characters. */
const HIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2028\u2029\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFC]|[\u{E0000}-\u{E01EF}]/gu;
/** The flags of England, Scotland and Wales, which use invisible letters (Unicode, « RGI emoji tag sequence »). */
const FLAGS =
  /\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}/gu;
/** Zero-width joiners in emoji sequences, and in the scripts that need them. */
const JOINERS =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})|(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Sinhala}\p{M}])[\u200C\u200D](?=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Sinhala}])/gu;
const MAX_HIDDEN = 20;
const NAMES: Readonly<Record<string, string>> = {
  '\u00AD': 'Un trait d’union conditionnel',
  '\u200B': 'Une espace sans largeur',
  '\u2060': 'Un lien de mots',
  '\uFEFF': 'Une marque de début de fichier',
};
const ADDRESS = /\bhttps?:\/\/(?<host>[^\s/?#"'<>()[\]{}«»]+)/giu;
const FOREIGN = /(?!\p{Script=Latin})\p{L}/u;

type Report = (offset: number, message: string, remedy: string) => void;

/** Checks a text before it is parsed: its size, its nesting, and its hidden or misleading characters. */
export function textProblems(file: string, text: string): ContentProblem[] {
  const problems = unreadableProblems(file, text);
  if (problems.length > 0) return problems;
  const report: Report = (offset, ...texts) => reportTo(problems, file)(placeAt(text, offset), ...texts);
  reportHiddenCharacters(text, report);
  reportForeignHosts(text, report);
  return problems;
}

/** Returns the problems that forbid parsing a text: its size, its nesting, Git conflicts. */
export function unreadableProblems(file: string, text: string): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const report = reportTo(problems, file);
  const isMdx = file.endsWith('.mdx');
  const words = isMdx && text.length <= MAX_TEXT ? withoutCode(text) : text;
  if (text.length > MAX_TEXT)
    report(
      START,
      `Ce fichier dépasse ${MAX_TEXT / 1000} ko`,
      'Coupez-le en plusieurs articles, et mettez les images dans leurs fichiers',
    );
  else if (isMdx && fieldsOf(text) > MAX_FIELDS)
    report(
      START,
      `Les champs dépassent ${MAX_FIELDS / 1000} ko`,
      'Le texte de l’article s’écrit sous la seconde ligne « --- »',
    );
  else if (isMdx)
    for (const { index, column, message, remedy } of gitConflicts(words.split('\n')).conflicts)
      report({ line: index + 1, column }, message, remedy);
  const offset = problems.length > 0 ? null : firstTooDeep(words);
  if (offset !== null)
    report(
      placeAt(text, offset),
      `Plus de ${MAX_DEPTH} niveaux s’emboîtent ici`,
      'Écrivez-les les uns après les autres : trois niveaux suffisent',
    );
  return problems;
}

function reportHiddenCharacters(text: string, report: Report): void {
  const allowed = (sequence: string) => '·'.repeat(sequence.length);
  const seen = text
    .replace(/^\uFEFF/u, '·')
    .replace(FLAGS, allowed)
    .replace(JOINERS, allowed);
  for (const { 0: character, index } of [...seen.matchAll(HIDDEN)].slice(0, MAX_HIDDEN)) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const word =
      (/[\p{L}\p{M}\p{N}’-]{0,20}$/u.exec(text.slice(Math.max(0, index - 20), index))?.[0] ?? '') +
      (/^[\p{L}\p{M}\p{N}’-]{0,20}/u.exec(text.slice(index + character.length, index + 40))?.[0] ?? '');
    report(
      index,
      `${NAMES[character] ?? 'Un caractère invisible'} se trouve ici (U+${code})`,
      word
        ? `Retapez « ${word} » au clavier, sans copier-coller`
        : 'Effacez les caractères voisins et retapez-les au clavier, sans copier-coller',
    );
  }
}

/** Reports addresses with letters of another alphabet that look like Latin ones: « аpple.com » is not « apple.com ». */
function reportForeignHosts(text: string, report: Report): void {
  for (const { index, groups } of text.matchAll(ADDRESS)) {
    const host = decodePercent(groups?.['host'] ?? '');
    const written = domainToUnicode(host.replace(/^.*@/u, '').replace(/:\d*$/u, '')) || host;
    // An address in « xn-- » form does not look like another name.
    if (FOREIGN.test(written) && !/xn--/iu.test(host))
      report(
        index,
        `L’adresse « ${host} » contient des lettres d’un autre alphabet, qui ressemblent aux nôtres`,
        'Retapez-la au clavier ; si elle est voulue, écrivez-la en « xn-- »',
      );
  }
}

/** The length of an article's front matter, in UTF-16 code units. */
function fieldsOf(text: string): number {
  const end = /^---[ \t]*\r?$/mu.exec(text.slice(3));
  return end ? end.index : text.length;
}

const MARKS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/u;
const TAG = /<(?<close>\/?)[A-Za-z][\w.-]*(?:[^<>"']|"[^"]*"|'[^']*')*?(?<empty>\/?)>/gu;

/** HTML elements that have no closing tag. */
const VOID = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b/iu;
const BRACKETS = /[[\]{}()]/gu;

/** The offset of the first nesting deeper than `MAX_DEPTH`; `null` when there is none. */
function firstTooDeep(text: string): number | null {
  let offset = 0;
  for (const line of text.split('\n')) {
    const marks = MARKS.exec(line)?.[0] ?? '';
    const levels = marks.replace(/[\s\d]/gu, '').length;
    const indent = /^[ \t]*/u.exec(line)?.[0].length ?? 0;
    if (levels > MAX_DEPTH || indent > 4 * MAX_DEPTH || brackets(line) > MAX_DEPTH) return offset;
    offset += line.length + 1;
  }
  let depth = 0;
  for (const { 0: tag, index, groups } of text.matchAll(TAG)) {
    if (VOID.test(tag)) continue;
    if (groups?.['close']) depth = Math.max(0, depth - 1);
    else if (!groups?.['empty']) depth += 1;
    if (depth > MAX_DEPTH) return index;
  }
  return null;
}

/** The maximum number of brackets open at once in a line. */
function brackets(line: string): number {
  let open = 0;
  let most = 0;
  for (const [bracket] of line.matchAll(BRACKETS)) {
    if ('[{('.includes(bracket)) most = Math.max(most, (open += 1));
    else open = Math.max(0, open - 1);
  }
  return most;
}
