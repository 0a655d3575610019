import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownNames } from './check-article.ts';
import { checkArticles } from './check-articles.ts';
import { checkComments } from './check-comments.ts';
import { checkData } from './check-data.ts';
import { checkLists, listFiles, readText } from './check-lists.ts';
import { checkPage } from './check-page.ts';
import { type CheckProcesses, checkProcesses } from './check-processes.ts';
import { checkReference } from './check-reference.ts';
import { checkSafety } from './check-safety.ts';
import { type ContentFiles, findContentFiles } from './content-files.ts';
import type { ContentProblem } from './problems.ts';
import { type FrontPageFile, frontPageSchema } from './schema.ts';
import type { YamlSource } from './yaml-source.ts';

const REQUIRED_FILES = ['tags.yaml', 'site.yaml', 'front-page.yaml'];

/** What the check of a content folder found. */
export interface ContentCheck {
  /** By file and line; none when the content may be published. */
  problems: ContentProblem[];
  /** What articles may cite; `null` when what is wrong kept the articles from being looked at. */
  known: KnownNames | null;
}

/** What a look at all of it found. */
export interface WholeCheck extends ContentCheck {
  /** The files that were looked at. */
  files: ContentFiles;
}

/**
 * Checks a whole content folder: every field, every reference, every picture, every component.
 *
 * @param root the project's folder, which holds content/
 * @returns all problems, by file and line; none when the content may be published
 */
export async function checkContent(root: string): Promise<ContentProblem[]> {
  return (await examineContent(root)).problems;
}

/** Checks a whole content folder, and tells the names by which a part of it may be checked again. */
export async function examineContent(root: string): Promise<WholeCheck> {
  const content = join(root, 'content');
  const lacking = REQUIRED_FILES.filter((name) => !existsSync(join(content, name)));
  if (lacking.length > 0) return { problems: lacking.map(lackingFile), known: null, files: new Map() };
  const processes = checkProcesses();
  return examineWith(processes, root, content).finally(() => processes.close());
}

async function examineWith(processes: CheckProcesses, root: string, content: string): Promise<WholeCheck> {
  const files = findContentFiles(root);
  const unsafe = await checkSafety(root, files, processes);
  if (unsafe.length > 0) return { problems: sortProblems(unsafe), known: null, files };

  const { problems, known } = await checkLists(root);
  const frontFile = await readText(root, join(content, 'front-page.yaml'));
  const front = checkData(frontPageSchema, frontFile.text, frontFile.file);
  problems.push(...front.problems);
  // A fault in the lists would make every article that cites them look wrong.
  if (problems.length > 0) return { problems: sortProblems(problems), known: null, files };

  const articles = await checkArticles(root, known, files, processes);
  problems.push(...articles.problems);
  const { slugs } = articles;
  if (front.data)
    problems.push(
      ...checkFrontPage(front.data, front.source, frontFile.file, slugs, known.categories.keys()),
    );

  problems.push(...(await checkComments(root, slugs)));

  const pagesFolder = join(content, 'pages');
  const neighbours = new Set(await readdir(pagesFolder));
  for (const path of await listFiles(pagesFolder, '.mdx'))
    problems.push(...checkPage({ ...(await readText(root, path)), neighbours }));
  return { problems: sortProblems(problems), known, files };
}

function lackingFile(name: string): ContentProblem {
  return {
    file: `content/${name}`,
    line: 1,
    column: 1,
    message: 'Ce fichier manque',
    remedy: 'Remettez-le : le magazine ne se construit pas sans lui',
  };
}

function checkFrontPage(
  { lead, seconds, sections }: FrontPageFile,
  source: YamlSource,
  file: string,
  slugs: readonly string[],
  categories: Iterable<string>,
): ContentProblem[] {
  const known = [...categories];
  return [
    ...checkReference('L’article', lead, slugs, 'content/articles/', file, source.placeOfValue(['lead'])),
    ...seconds.flatMap((slug, index) =>
      checkReference(
        'L’article',
        slug,
        slugs,
        'content/articles/',
        file,
        source.placeOfValue(['seconds', index]),
      ),
    ),
    ...sections.flatMap((slug, index) =>
      checkReference(
        'La rubrique',
        slug,
        known,
        'content/categories/',
        file,
        source.placeOfValue(['sections', index]),
      ),
    ),
  ];
}

/** By file, line and column. */
export function sortProblems(problems: ContentProblem[]): ContentProblem[] {
  return problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}
