import type { ContentProblem } from '#model/problems.ts';

/** An article's file, cut in two; both halves keep the line numbers of the whole. */
export interface ArticleSource {
  frontMatter: string;
  /** Line of the file where the front matter's first field stands. */
  firstLine: number;
  /** The MDX after the front matter, which is replaced by as many empty lines. */
  body: string;
}

/** Cuts an article's file, whose accents are put together (Unicode NFC). Returns `null` when it does not begin with a front matter between two « --- ». */
export function splitArticle(source: string): ArticleSource | null {
  const text = source
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .normalize('NFC');
  const match = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/mu.exec(text);
  if (!match || match.index !== 0) return null;
  const blank = match[0].replace(/[^\n]/gu, '');
  return { frontMatter: match[1] ?? '', firstLine: 2, body: blank + text.slice(match[0].length) };
}

/**
 * What is wrong with a file that `splitArticle` cannot cut.
 *
 * @param kind how it is called: « L’article », « La page »
 */
export function uncutProblem(file: string, text: string, kind: string): ContentProblem {
  const place = { file, line: 1, column: 1 };
  if (/^\uFEFF?---[ \t]*(?:\r?\n|$)/u.test(text))
    return {
      ...place,
      message: 'Les champs ne sont pas fermés',
      remedy: 'Écrivez une ligne « --- » après le dernier, avant le texte',
    };
  return {
    ...place,
    message: `${kind} ne commence pas par ses champs`,
    remedy: 'Écrivez-les entre deux lignes « --- », comme dans content/README.md',
  };
}
