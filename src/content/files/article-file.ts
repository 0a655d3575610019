import { normalizeText } from '#lib/normalize-text.ts';
import { type ContentProblem, START } from '#model/problems.ts';
import { type ArticleFile, articleFileSchema } from '#model/schema.ts';
import { type PageFile, pageSchema } from '#model/page-schema.ts';
import { type ParsedFields, parseFields } from './parse-fields.ts';
import { readYaml } from './yaml-source.ts';

/** An article's file in two parts; both preserve the line numbers of the whole file. */
export interface ArticleSource {
  frontMatter: string;
  /** Line of the file that contains the first field of the front matter, from 1. */
  firstLine: number;
  /** The MDX, after empty lines that replace the front matter. */
  body: string;
}

/** The type of each kind of document. */
interface Documents {
  article: ArticleFile;
  page: PageFile;
}

/** An article or a page: its fields and its MDX. */
export interface ParsedDocument<Data> extends ParsedFields<Data> {
  /** The MDX, after empty lines that replace the front matter; `null` when the file has none. */
  body: string | null;
}

const KINDS = {
  article: { schema: articleFileSchema, name: 'L’article' },
  page: { schema: pageSchema, name: 'La page' },
} as const;

/**
 * Parses the file of an article or of a page. Its MDX is not parsed.
 *
 * @param file path for the problems
 */
export function parseDocument<Kind extends keyof Documents>(
  kind: Kind,
  file: string,
  text: string,
): ParsedDocument<Documents[Kind]> {
  const { schema, name } = KINDS[kind];
  const parts = splitArticle(text);
  if (!parts)
    return { data: null, problems: [frontMatterProblem(file, text, name)], source: readYaml(''), body: null };
  const fields = parseFields(schema, parts.frontMatter, file, parts.firstLine);
  return { ...(fields as ParsedFields<Documents[Kind]>), body: parts.body };
}

/**
 * Splits the file of an article or of a page; its text is normalised (Unicode NFC, line feeds).
 *
 * @returns `null` when it does not begin with a front matter between two « --- »
 */
export function splitArticle(source: string): ArticleSource | null {
  const text = normalizeText(source);
  const match = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/mu.exec(text);
  if (!match || match.index !== 0) return null;
  const blank = match[0].replace(/[^\n]/gu, '');
  return { frontMatter: match[1] ?? '', firstLine: 2, body: blank + text.slice(match[0].length) };
}

function frontMatterProblem(file: string, text: string, name: string): ContentProblem {
  const [message, remedy] = /^\uFEFF?---[ \t]*(?:\r?\n|$)/u.test(text)
    ? ['Les champs ne sont pas fermés', 'Écrivez une ligne « --- » après le dernier, avant le texte']
    : [
        `${name} ne commence pas par ses champs`,
        'Écrivez-les entre deux lignes « --- », comme dans content/README.md',
      ];
  return { file, ...START, message, remedy };
}
