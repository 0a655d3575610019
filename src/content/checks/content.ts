import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkArticles } from './articles.ts';
import { checkLists } from './lists.ts';
import { checkPage, type KnownNames } from './document.ts';
import { type CheckPool, openCheckPool } from './pool.ts';
import { checkReference } from './reference.ts';
import { checkSafety } from './safety.ts';
import { findContentFiles } from '#content/files/content-files.ts';
import { type ContentProblem, sortProblems, START } from '#model/problems.ts';
import { reportTo } from './report.ts';
import { readPublication } from '#content/files/publication.ts';
import { splitWaiting, waitingArticles } from './waiting-articles.ts';
import { parseDocument } from '#content/files/article-file.ts';
import { missingFile, readFrontPage, slugsIn } from '#content/files/content-file.ts';
import type { PageRole } from '#model/page-schema.ts';

const REQUIRED_FILES = ['tags.yaml', 'site.yaml', 'front-page.yaml'];
const REQUIRED_FOLDERS = ['articles', 'authors', 'categories'];

/** The result of checking a content folder. */
export interface ContentCheck {
  /** Problems that block publication, by file and line. */
  problems: ContentProblem[];
  /** Problems of drafts and scheduled articles. They do not block a build, which omits these articles. */
  waiting: ContentProblem[];
  /** Names that articles may cite; `null` when earlier problems prevented the check of the articles. */
  known: KnownNames | null;
}

/**
 * Checks a whole content folder: every field, reference, picture and component.
 *
 * @param root the project's folder, which contains content/
 * @returns all problems, by file and line, those of drafts and scheduled articles included
 */
export async function checkContent(root: string): Promise<ContentProblem[]> {
  const { problems, waiting } = await examineContent(root);
  return sortProblems([...problems, ...waiting]);
}

/** Checks a whole content folder like `checkContent`, and also returns the names that articles may cite. */
export async function examineContent(root: string): Promise<ContentCheck> {
  const content = join(root, 'content');
  const isMissing = (name: string) => !existsSync(join(content, name));
  const missing = [
    ...REQUIRED_FILES.filter(isMissing).map((name) => missingFile(`content/${name}`)),
    ...REQUIRED_FOLDERS.filter(isMissing).map(missingFolder),
  ];
  if (missing.length > 0) return { problems: missing, waiting: [], known: null };
  const pool = openCheckPool();
  return examineWith(pool, root, content).finally(() => pool.close());
}

async function examineWith(pool: CheckPool, root: string, content: string): Promise<ContentCheck> {
  const files = findContentFiles(root);
  const unsafe = await checkSafety(root, files, pool);
  // Only unsafe files other than MDX are skipped here. Unsafe MDX is still checked, to report all its faults in one
  // run; `checkFolder` and `checkPage` skip the MDX that cannot be parsed.
  const isText = (file: string) =>
    file.endsWith('.mdx') && files.get(file.replace(/^content\//u, ''))?.isFile() === true;
  const unread = new Set(unsafe.map(({ file }) => file).filter((file) => !isText(file)));
  const isWaiting = waitingArticles(root, readPublication().now);
  const found = (problems: readonly ContentProblem[], known: KnownNames | null): ContentCheck => ({
    ...splitWaiting(sortProblems([...unsafe, ...problems]), isWaiting),
    known,
  });
  // Without the lists that articles cite, nothing else can be checked.
  if ([...unread].some(isList)) return found([], null);

  const { problems, known } = checkLists(root);
  const front = readFrontPage(root);
  // Articles are not checked against faulty lists, which would make every article that cites them look wrong.
  if (problems.length > 0) return found([...problems, ...front.problems], null);

  const articles = await checkArticles(root, known, { files, unread }, pool);
  problems.push(...front.problems, ...articles.problems);
  const { slugs } = articles;
  problems.push(...checkFrontPage(front, slugs, known.categories.keys()));

  const pagesFolder = join(content, 'pages');
  const neighbours = new Set(existsSync(pagesFolder) ? readdirSync(pagesFolder) : []);
  for (const name of [...neighbours].filter((entry) => entry.endsWith('.mdx')).sort()) {
    const file = `content/pages/${name}`;
    if (unread.has(file)) continue;
    problems.push(...checkPage({ file, text: readFileSync(join(root, file), 'utf8'), neighbours }));
  }
  problems.push(...checkRoles(root));
  return found(problems, known);
}

/** Whether articles cite the data of this file, or the whole site depends on it. */
function isList(file: string): boolean {
  return /^content\/(?:[^/]+\.yaml|(?:authors|categories)\/)/u.test(file);
}

/** Checks that no two pages have the same role. */
function checkRoles(root: string): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const first = new Map<PageRole, string>();
  for (const slug of slugsIn(root, 'content/pages', '.mdx')) {
    const file = `content/pages/${slug}.mdx`;
    const { data, source } = parseDocument('page', file, readFileSync(join(root, file), 'utf8'));
    if (!data?.role) continue;
    const other = first.get(data.role);
    if (other === undefined) first.set(data.role, file);
    else
      reportTo(problems, file)(
        source.placeOfValue(['role']),
        `Le rôle « ${data.role} » est déjà celui de ${other}`,
        'Supprimez cette ligne dans l’une des deux pages',
      );
  }
  return problems;
}

function missingFolder(name: string): ContentProblem {
  return {
    file: `content/${name}/`,
    ...START,
    message: 'Ce dossier manque',
    remedy: 'Restaurez-le depuis Git ou la corbeille, s’il a été supprimé ou renommé',
  };
}

/** Checks that the articles and sections cited by the front page exist. */
function checkFrontPage(
  { file, data, source }: ReturnType<typeof readFrontPage>,
  articles: readonly string[],
  categories: Iterable<string>,
): ContentProblem[] {
  const problems: ContentProblem[] = [];
  if (!data) return problems;
  const report = reportTo(problems, file);
  for (const { text, ...place } of [...source.textsAt(['lead']), ...source.textsAt(['seconds'])])
    checkReference(['article', text], articles, place, report);
  const known = [...categories];
  for (const { text, ...place } of source.textsAt(['sections']))
    checkReference(['category', text], known, place, report);
  return problems;
}
