import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonSchemaOf } from '#content/json-schemas.ts';
import { readMdx, readYaml, writeMdx, writeYaml } from '#desk/formats.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const list = (folder: string) => readdirSync(folder).map((name) => `${folder}/${name}`);
const MDX = [
  ...list('content/articles').map((folder) => ['article', `${folder}/index.mdx`] as const),
  ...list('content/pages').map((path) => ['page', path] as const),
];
const YAML = [
  ...list('content/categories').map((path) => ['category', path] as const),
  ...list('content/authors').map((path) => ['author', path] as const),
  ['front-page', 'content/front-page.yaml'] as const,
  ['site', 'content/site.yaml'] as const,
];
const article = jsonSchemaOf('article');
const LEAD = read('content/articles/geants-tech-empreinte-carbone-ia-generative/index.mdx');

/** Lines of one text that the other lacks. */
const linesOnlyIn = (text: string, other: string) =>
  text.split('\n').filter((line) => !other.split('\n').includes(line));

describe('a file left as it was', () => {
  it.each(MDX)('is the same, byte for byte: %s, %s', (name, path) => {
    expect(writeMdx(readMdx(read(path)), jsonSchemaOf(name))).toBe(read(path));
  });

  it.each(YAML)('is the same, byte for byte: %s, %s', (name, path) => {
    expect(writeYaml(readYaml(read(path)), jsonSchemaOf(name))).toBe(read(path));
  });

  it('is the same when it is a list', () => {
    const text = read('content/tags.yaml');
    expect(writeYaml(readYaml(text, 'tags'), jsonSchemaOf('tags'), 'tags')).toBe(text);
  });
});

describe('a file that was edited', () => {
  it('differs by the line of its title alone', () => {
    const text = writeMdx({ ...readMdx(LEAD), title: 'Un autre titre' }, article);
    expect(linesOnlyIn(text, LEAD)).toEqual(['title: Un autre titre']);
    expect(linesOnlyIn(LEAD, text)).toHaveLength(1);
  });

  it('keeps lines that the editor with formatting only respelt', () => {
    const source = read('content/articles/d-eliza-aux-grands-modeles/index.mdx');
    const before = readMdx(source);
    const body = String(before['body']).replaceAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/gu, '_$1_');
    expect(body).not.toBe(before['body']);
    expect(writeMdx({ ...before, body: `${body}\n\nUn _paragraphe_ de plus.` }, article)).toBe(
      `${source.trimEnd()}\n\nUn _paragraphe_ de plus.\n`,
    );
  });

  it('has no line for what says nothing', () => {
    const entry = { ...readMdx(LEAD), corrections: [{ date: '', text: '' }], draft: false };
    expect(writeMdx(entry, article)).toBe(LEAD);
    expect(writeMdx({ ...entry, draft: true }, article)).toContain('\ndraft: true\n---\n');
  });

  it('keeps what it said even where the model says it anyway', () => {
    const text = LEAD.replace('\n---\n', '\ndraft: false\n---\n');
    expect(writeMdx(readMdx(text), article)).toBe(text);
  });
});

it('a new file has its fields, an empty line and its text', () => {
  const entry = { title: 'Titre : un essai', tags: ['a', 'b'], updatedAt: '', body: 'Un paragraphe.' };
  expect(writeMdx(entry, article)).toBe(
    '---\ntitle: "Titre : un essai"\ntags:\n  - a\n  - b\n---\n\nUn paragraphe.\n',
  );
});
