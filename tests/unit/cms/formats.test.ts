import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonSchemaOf } from '#model/json-schemas.ts';
import { type Entry, readMdx, readYaml, writeMdx, writeYaml } from '#cms/formats.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const list = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).map((name) => `${folder}/${name}`) : [];
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
const LEAD = read('tests/fixtures/content/articles/geants-tech-empreinte-carbone-ia-generative/index.mdx');

/** Lines of one text that the other lacks. */
const linesOnlyIn = (text: string, other: string) =>
  text.split('\n').filter((line) => !other.split('\n').includes(line));

describe('a file left as it was', () => {
  it.each(MDX)('is the same, byte for byte: %s, %s', (name, path) => {
    expect(writeMdx(readMdx(read(path), jsonSchemaOf(name)), jsonSchemaOf(name))).toBe(read(path));
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
    const text = writeMdx({ ...readMdx(LEAD, article), title: 'Un autre titre' }, article);
    expect(linesOnlyIn(text, LEAD)).toEqual(['title: Un autre titre']);
    expect(linesOnlyIn(LEAD, text)).toHaveLength(1);
  });

  it('keeps lines that the editor with formatting only respelt', () => {
    const source = read('tests/fixtures/content/articles/d-eliza-aux-grands-modeles/index.mdx');
    const before = readMdx(source, article);
    const body = String(before['body']).replaceAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/gu, '_$1_');
    expect(body).not.toBe(before['body']);
    expect(writeMdx({ ...before, body: `${body}\n\nUn _paragraphe_ de plus.` }, article, true)).toBe(
      `${source.trimEnd()}\n\nUn _paragraphe_ de plus.\n`,
    );
  });

  it('has no line for what says nothing', () => {
    const entry = { ...readMdx(LEAD, article), corrections: [{ date: '', text: '' }], draft: false };
    expect(writeMdx(entry, article)).toBe(LEAD);
    expect(writeMdx({ ...entry, draft: true }, article)).toContain('\ndraft: true\n---\n');
  });

  it('keeps what it said even where the model says it anyway', () => {
    const text = LEAD.replace('\n---\n', '\ndraft: false\n---\n');
    expect(writeMdx(readMdx(text, article), article)).toBe(text);
  });
});

describe('a file whose fields have an unusual form', () => {
  const write = (text: string, fields: Record<string, unknown>) =>
    writeMdx({ ...readMdx(text, article), ...fields } as Entry, article);

  it('has its empty fields filled in, its line breaks kept, and nothing else changed', () => {
    const text = '---\r\ntitle: T\r\ndescription:\r\nupdatedAt: # un jour\r\n---\r\n\r\nTexte.\r\n';
    expect(write(text, { description: 'Un chapô' })).toBe(
      text.replace('description:', 'description: Un chapô'),
    );
    expect(write(text, { updatedAt: '2026-12-01' })).toBe(
      text.replace('updatedAt:', 'updatedAt: 2026-12-01'),
    );
  });

  it('keeps a number that the form shows as text only where the model takes one', () => {
    const text = '---\ntitle: 1984\nsources:\n  - title: S\n    date: 2021\n---\n\nTexte.\n';
    expect(write(text, { title: '1984', sources: [{ title: 'S', date: '2021' }] })).toBe(
      text.replace('1984', '"1984"'),
    );
  });

  it('is not a draft because new files are', () => {
    expect(readMdx('---\ntitle: T\n---\n', article)['draft']).toBe(false);
  });
});

it('a new file has its fields, an empty line and its text', () => {
  const entry = { title: 'Titre : un essai', tags: ['a', 'b'], updatedAt: '', body: 'Un paragraphe.' };
  expect(writeMdx(entry, article)).toBe(
    '---\ntitle: "Titre : un essai"\ntags:\n  - a\n  - b\n---\n\nUn paragraphe.\n',
  );
});
