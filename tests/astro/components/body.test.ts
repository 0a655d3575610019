import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import type { MDXInstance } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { splitArticle } from '#content/files/article-file.ts';
import { digestOf } from '#storage/digest.ts';
import { editorialComponents } from '#model/editorial-components.ts';
import { compileBody } from '#markdown/compile-body.ts';
import Body from '../../../src/components/editorial/Body.astro';
import { inventArticle } from '../../bench/article.ts';
import { articleSource, drawCover } from '../../bench/magazine.ts';

const MARKDOWN = 'src/markdown';
/**
 * Vitest caches transformed files on disk whatever code transformed them, so the folder's name has a digest of that
 * code.
 */
const code = digestOf(...readdirSync(MARKDOWN).map((name) => readFileSync(join(MARKDOWN, name))));
const COPIES = join('.cache', `both-ways-${code}`);
const LISTS = { categories: ['mobilite'], tags: ['a', 'b', 'c', 'd', 'e'] };
/** Syntax that neither the invented articles nor the magazine's own contain. */
const RARE = [
  'Du « <i lang="en" title="a & b">rock \'n\' "roll"</i> », un <abbr title="x">sigle</abbr>, H<sub>2</sub>O<br/>et `a < "b"`.',
  '![Un aplat](./couverture.svg)',
  '<Figure legende="L’eau">\n![Une courbe](./couverture.svg "son titre")\n</Figure>',
  '<Galerie legende="L’eau">\n\n![Un](./couverture.svg)\nLe 1er, *vu* "de près"[^1].\n\n![Deux](./couverture.svg)\\\nLe 2e.\n\n</Galerie>',
  '<AvantApres legende="L’eau" credit="A. B.">\n\n![Un](./couverture.svg)\nEn 2019\n\n![Deux](./couverture.svg)\nEn 2024 !\n\n</AvantApres>',
  '| Nom | Valeur |\n| --- | ---: |\n| <i lang="en">one</i> | 1 |\n| deux | 2 |',
  'Une note[^1], et [un lien](https://ex.fr/?a=1&b=2 "titre").\n\n[^1]: La note de *bas* de page.',
  '1. un\n2. deux\n\n   - trois <kbd>Ctrl</kbd>\n\n> Cité par [quelqu’un](/).\n\n***\n\n```js\nconst a = "<b>";\n```',
  '## Un titre avec <i lang="en">one</i> & un `code`\n\n## Un titre avec <i lang="en">one</i> & un `code`',
  '<Video src="https://www.youtube.com/watch?v=abc" titre="Une vidéo" />',
];

let container: AstroContainer;
beforeAll(async () => {
  container = await AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) });
  cpSync('content/articles', COPIES, { recursive: true });
  for (let index = 0; index < 6; index += 1) {
    const article = inventArticle(index, 6, LISTS);
    write(article.slug, articleSource(article));
  }
  write('rare', articleSource({ ...inventArticle(7, 8, LISTS), blocks: [] }) + RARE.join('\n\n'));
});
afterAll(() => rmSync(COPIES, { recursive: true, force: true }));

function write(slug: string, source: string): void {
  mkdirSync(join(COPIES, slug), { recursive: true });
  writeFileSync(join(COPIES, slug, 'index.mdx'), source);
  writeFileSync(join(COPIES, slug, 'couverture.svg'), drawCover(1));
}

/** Renders an article's text twice: compiled as for its page, and by @astrojs/mdx. */
async function bothWays(folder: string) {
  const file = join(folder, 'index.mdx');
  const source = splitArticle(readFileSync(file, 'utf8'))?.body ?? '';
  const { nodes, headings } = compileBody(source, file, Object.keys(editorialComponents));
  const module = (await import(/* @vite-ignore */ resolve(file))) as MDXInstance<Record<string, never>>;
  const draw = (body: object) => container.renderToString(Body, { props: { body } });
  return {
    direct: { html: await draw({ nodes, Content: null }), headings: headings.map(({ slug }) => slug) },
    module: {
      html: await draw({ nodes: [], Content: module.Content }),
      headings: module.getHeadings().map(({ slug }) => slug),
    },
  };
}

describe('the text of an article', () => {
  it.each(readdirSync('content/articles'))('is the same by both ways of compiling it: %s', async (slug) => {
    const { direct, module } = await bothWays(join(COPIES, slug));
    expect(direct.html).toContain('<p');
    expect(direct).toEqual(module);
  });

  it('is the same by both ways for invented articles, and for what is rarely written', async () => {
    const own = readdirSync('content/articles');
    const slugs = readdirSync(COPIES).filter((slug) => !own.includes(slug));
    expect(slugs.length).toBe(7);
    for (const slug of slugs) {
      const { direct, module } = await bothWays(join(COPIES, slug));
      expect(direct.html.length, slug).toBeGreaterThan(1000);
      expect(direct, slug).toEqual(module);
    }
  });
});
