import { readFileSync } from 'node:fs';
import { type CollectionEntry, render } from 'astro:content';
import type { BodyHeading, BodyNode } from '#model/compiled-body.ts';
import { mdxSource } from '#lib/mdx/mdx-source.ts';
import { typesetHtml } from '#lib/html/typeset-html.ts';
import { compileBody } from '#markdown/compile-body.ts';
import { splitArticle } from '#content/files/article-file.ts';
import { articlePath } from '#content/files/article-records.ts';
import { syntaxProblem } from '#content/checks/mdx-syntax.ts';
import { ContentError } from '#model/problems.ts';
import { editorialComponents } from '#model/editorial-components.ts';

/** The text of an article, ready to render. */
export interface ArticleBody {
  nodes: readonly BodyNode[];
  /** Renders a text that imports components; `null` for other texts. */
  Content: Awaited<ReturnType<typeof render>>['Content'] | null;
  /** Whether the first paragraph has a drop cap: it starts with a letter and is long enough. */
  dropCap: boolean;
}

interface ReadArticleBody {
  body: ArticleBody;
  headings: readonly BodyHeading[];
  /** The MDX without comments. */
  source: string;
}

const NAMES = Object.keys(editorialComponents);
/** Minimum length of a first paragraph with a drop cap, in characters: three lines on a computer, four on a phone. */
const MIN_FOR_DROP_CAP = 200;

/**
 * Reads and compiles the text of an article.
 *
 * @throws ContentError with the place of a syntax error
 */
export async function readArticleBody(entry: CollectionEntry<'articles'>): Promise<ReadArticleBody> {
  const file = articlePath(entry.id);
  const source = mdxSource(splitArticle(readFileSync(file, 'utf8'))?.body ?? '').text;
  if ('deferredRender' in entry && entry.deferredRender === true) {
    const { Content, headings } = await render(entry);
    const links = headings.map(({ depth, slug, text }) => ({ depth, slug, html: typesetHtml(text) }));
    return { body: { nodes: [], Content, dropCap: false }, headings: links, source };
  }
  try {
    const { nodes, headings } = compileBody(source, file, NAMES);
    return { body: { nodes, Content: null, dropCap: mayDropCap(nodes) }, headings, source };
  } catch (error) {
    throw new ContentError([{ file, ...syntaxProblem(source, error) }]);
  }
}

function mayDropCap([first]: readonly BodyNode[]): boolean {
  const paragraph = typeof first === 'string' ? /^<p>(\p{L}.*?)<\/p>/su.exec(first)?.[1] : undefined;
  return (paragraph?.replace(/<[^>]*>/gu, '').length ?? 0) >= MIN_FOR_DROP_CAP;
}
