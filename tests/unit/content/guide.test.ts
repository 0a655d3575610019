import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitArticle } from '#content/files/article-file.ts';
import { checkBody } from '#content/checks/body.ts';
import { articleFileSchema } from '#model/schema.ts';
import { editorialComponents } from '#model/editorial-components.ts';
import { readYaml } from '#content/files/yaml-source.ts';

const guide = readFileSync('content/README.md', 'utf8');
const beginning = readFileSync('content/guide/commencer.md', 'utf8');
const blocks = [...guide.matchAll(/^```mdx\n([\s\S]*?)^```$/gmu)].map(([, block = '']) => block);
const neighbours = new Set(readdirSync('src/cms/examples'));
const examples = blocks.filter((block) => block.includes('<'));

describe('the editors’ guide', () => {
  it('begins with an article that the model accepts', () => {
    const fields = readYaml(splitArticle(blocks[0] ?? '')?.frontMatter ?? '').data;
    expect(articleFileSchema.safeParse(fields).error).toBeUndefined();
  });

  it.each(Object.keys(editorialComponents))('shows how to write %s', (name) => {
    expect(examples.join('\n')).toMatch(new RegExp(`^.*<${name}[ >]`, 'mu'));
  });

  it.each(Object.keys(editorialComponents).filter((name) => name !== 'Etape'))('pictures %s', (name) => {
    expect(guide).toContain(`](guide/${name}.webp)`);
  });

  it('shows pictures that are there, each with what it shows', () => {
    const pictures = [...guide.matchAll(/!\[([^\]]*)\]\((guide\/[^)]+)\)/gu)];
    for (const [, alternative = '', path] of pictures) {
      expect(alternative.length, path).toBeGreaterThan(20);
      expect(existsSync(`content/${path}`), path).toBe(true);
    }
  });

  it('writes each component as the page of examples shows it', () => {
    for (const file of readdirSync('src/cms/examples').filter((name) => name.endsWith('.mdx'))) {
      const written = readFileSync(`src/cms/examples/${file}`, 'utf8');
      expect(checkBody(written, { file, neighbours })).toEqual([]);
      if (file !== 'Texte.mdx') expect(blocks).toContain(written);
    }
  });

  it.each(examples)('gives examples that the check accepts', (example) => {
    expect(checkBody(example, { file: 'index.mdx', neighbours })).toEqual([]);
  });

  it.each(Object.keys(articleFileSchema.shape))('says what the field %s is', (field) => {
    expect(guide).toContain(`\n| \`${field}\` |`);
  });

  it('names only commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
    const named = [...(guide + beginning).matchAll(/npm run ([\w:]+)/gu)].map(([, name]) => name);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...new Set(named)]));
    for (const name of ['init', 'dev', 'new', 'check', 'preview', 'comments']) expect(named).toContain(name);
  });

  it('stays short', () => expect(guide.split('\n').length).toBeLessThanOrEqual(320));
});
