import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parseHTML } from 'linkedom';
import { close, createIndex } from 'pagefind';
import { readPublication } from '#content/publication.ts';
import { readPublishedFiles } from '#content/published-files.ts';
import type { ArticleMeta } from '#lib/search-engine.ts';
import { foldText } from '#lib/search-text.ts';
import { settleIndex } from './settled-index.ts';

/** Pagefind's ready-made interfaces, and what it keeps for languages it does not know. */
const UNUSED = /(?:-ui|-highlight)\.(?:js|css)$|^wasm\.unknown/u;
/** Drawings and what repeats them: words that no excerpt should show. */
const EXCLUDED = ['svg', 'details', 'button', '.legend'];

/**
 * Makes the search index of the published articles in `pagefind/`, from their pages as they were built.
 * The pages themselves carry nothing of it: a copy is indexed, folded as questions will be.
 */
export function searchIndex(): AstroIntegration {
  let root = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const slugs = readPublishedFiles(root, readPublication()).map(({ slug }) => slug);
        const pages = await Promise.all(
          slugs.map(async (slug) => {
            const path = `articles/${slug}/`;
            return [`/${path}`, await readFile(new URL(`${path}index.html`, dir), 'utf8')] as const;
          }),
        );
        await writeIndex(new URL('pagefind/', dir), pages);
        logger.info(`${pages.length} articles`);
      },
    },
  };
}

async function writeIndex(folder: URL, pages: readonly (readonly [url: string, html: string])[]) {
  const { index, errors } = await createIndex({ forceLanguage: 'fr', excludeSelectors: EXCLUDED });
  if (!index) throw new Error(errors.join('\n'));
  for (const [url, html] of pages) {
    const added = await index.addHTMLFile({ url, content: indexedCopy(html) });
    if (added.errors.length > 0) throw new Error(`${url}: ${added.errors.join('\n')}`);
  }
  const { files } = await index.getFiles();
  for (const { path, content } of settleIndex(files.filter((file) => !UNUSED.test(file.path)))) {
    const target = new URL(path, folder);
    await mkdir(dirname(fileURLToPath(target)), { recursive: true });
    await writeFile(target, content);
  }
  await close();
}

/** The text of an article's page with what Pagefind should know of it, and nothing else. */
function indexedCopy(html: string): string {
  const { document } = parseHTML(html);
  const textOf = (selector: string) => document.querySelector(selector)?.textContent?.trim() ?? '';
  const published = document.querySelector('.byline time');
  const day = published?.getAttribute('datetime')?.slice(0, 10) ?? '';
  const tags = [...document.querySelectorAll('.article-tags a')];
  const section = document.querySelector('.article-header .kicker a');
  const meta: ArticleMeta = {
    title: foldText(textOf('h1')),
    section: section?.textContent ?? '',
    accent: document.documentElement.getAttribute('data-accent') ?? '',
    date: published?.textContent?.trim() ?? '',
    day,
    image: document.querySelector('.cover source')?.getAttribute('srcset')?.split(' ')[0] ?? '',
    words: foldText(tags.map((tag) => tag.textContent).join(' ')),
  };
  const body = ['.article-header .lead', '.prose'].map(
    (selector) => `<div>${document.querySelector(selector)?.innerHTML ?? ''}</div>`,
  );
  const copy = parseHTML(`<html lang="fr"><head></head><body data-pagefind-body></body></html>`).document;
  copy.body.innerHTML = foldText(body.join(''));
  const tell = (kind: 'meta' | 'filter' | 'sort', name: string, value: string) => {
    const element = copy.createElement('meta');
    element.setAttribute(`data-pagefind-${kind}`, `${name}[content]`);
    element.setAttribute('content', value);
    copy.head.append(element);
  };
  for (const [name, value] of Object.entries(meta)) tell('meta', name, value);
  for (const slug of slugsOf(section)) tell('filter', 'rubrique', slug);
  for (const slug of tags.flatMap(slugsOf)) tell('filter', 'etiquette', slug);
  tell('filter', 'annee', day.slice(0, 4));
  tell('sort', 'date', day);
  return copy.toString();
}

/** The slugs at the end of a link to a list: section and sub-section, or tag. */
function slugsOf(link: Element | null): string[] {
  const address = link?.getAttribute('href') ?? '';
  return (
    address
      .split(/\/(?:rubriques|etiquettes)\//u)[1]
      ?.split('/')
      .filter(Boolean) ?? []
  );
}
