import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ContentDocument, type Project, readDocument } from '#content/checks/project/project.ts';
import type { Rule } from '#content/checks/rule.ts';
import { sourceOf } from '#content/checks/project/source-file.ts';

const FIELDS: Readonly<Record<string, string>> = {
  title: 'Un titre assez long',
  description: 'Un résumé assez long pour être accepté, qui dit en une phrase de quoi il retourne.',
  publishedAt: '2024-06-21',
  category: 'mobilite',
  tags: '\n  - cloud computing',
  authors: '\n  - la-redaction',
  cover:
    '\n  src: ./couverture.svg\n  alt: Une roue de vélo\n  caption: Une légende.\n  credit: Illustration Innovations',
};

/**
 * The text of an article with valid fields, replaced by those given. Without added fields, the body begins at line 17.
 */
export function articleText(body: string, fields: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ ...FIELDS, ...fields }).map(([name, value]) =>
    value.startsWith('\n') ? `${name}:${value}` : `${name}: ${value}`,
  );
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}

/** An article in memory. */
export function article(
  body: string,
  fields: Readonly<Record<string, string>> = {},
  slug = 'essai',
): ContentDocument {
  return readDocument(
    'article',
    slug,
    sourceOf(`content/articles/${slug}/index.mdx`, articleText(body, fields)),
  );
}

/** A page of the magazine in memory. */
export function page(body: string, slug = 'contact', title = 'Contact'): ContentDocument {
  const description = `Une ou deux phrases assez longues pour être acceptées, au sujet de la page ${slug}.`;
  const text = `---\ntitle: ${title}\ndescription: ${description}\norder: 1\n---\n\n${body}`;
  return readDocument('page', slug, sourceOf(`content/pages/${slug}.mdx`, text));
}

/** A project of these articles and pages, on 24 November 2026. */
export function project(documents: readonly ContentDocument[], more: Partial<Project> = {}): Project {
  return {
    root: '/nowhere',
    external: false,
    address: 'https://innovations.example',
    hasComments: true,
    now: new Date('2026-11-24T12:00:00Z'),
    documents,
    lists: {
      categoryPaths: new Map([['mobilite', ['innovations-et-societes', 'mobilite']]]),
      tagSlugs: new Map([['cloud computing', 'cloud-computing']]),
      pages: new Set(),
      pageRoles: new Map(),
      pageUpdates: new Map(),
    },
    ...more,
  };
}

/** Creates a folder with these files. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const root = mkdtempSync(join(tmpdir(), 'regles-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** Returns the problems of a rule, as `line:column message` with plain spaces. */
export async function said(rule: Rule, on: Project): Promise<string[]> {
  const problems = await rule.check(on);
  return problems.map(({ line, column, message }) => `${line}:${column} ${plain(message)}`);
}

/** Replaces the no-break spaces of a text by plain ones. */
export function plain(text: string): string {
  return text.replace(/[\u00A0\u202F]/gu, ' ');
}
