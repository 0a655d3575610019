import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The smallest drawing that an article may show. */
export const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900"/>';

/**
 * Creates a project folder with the content of tests/fixtures/content, whose articles are replaced by a few valid ones.
 *
 * @param slugs slugs of the articles; the first one leads the front page
 */
export function smallContent(slugs: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'contenu-'));
  const content = join(root, 'content');
  cpSync('tests/fixtures/content', content, {
    recursive: true,
    filter: (path) => !/articles.[^/\\]+$/u.test(path),
  });
  writeFileSync(join(content, 'front-page.yaml'), `lead: ${slugs[0]}\nseconds: []\nsections: []\n`);
  for (const slug of slugs) {
    cpSync('tests/fixtures/articles/good', join(content, 'articles', slug), { recursive: true });
    writeFileSync(join(content, 'articles', slug, 'couverture.svg'), SVG);
  }
  return root;
}
