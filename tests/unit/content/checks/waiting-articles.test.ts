import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examineContent } from '#content/checks/content.ts';
import { waitingArticles } from '#content/checks/waiting-articles.ts';
import { smallContent, SVG } from '../small-content.ts';

const SLUG = 'essai';
const FILE = `content/articles/${SLUG}/index.mdx`;
const DRAFT = 'draft: true';
const NEXT_WEEK = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
let root = '';

beforeEach(() => {
  root = smallContent(['bon', SLUG]);
  const front = `lead: ${SLUG}\nseconds: []\nsections: []\n`;
  writeFileSync(join(root, 'content/front-page.yaml'), front);
});
afterEach(() => rmSync(root, { recursive: true }));

/** Adds a field that sets the state of the article, and makes a fault in its file. */
function spoil(state: string, change: (text: string) => string): void {
  const path = join(root, FILE);
  const text = readFileSync(path, 'utf8').replace(/^---\n/u, `---\n${state}\n`);
  writeFileSync(path, change(text));
}

const FAULTS: readonly (readonly [string, (text: string) => string])[] = [
  ['a field that is missing', (text) => text.replace(/^description:.*\n/mu, '')],
  ['a colon in a title', (text) => text.replace(/^title: .*$/mu, 'title: Un : deux')],
  ['a tab', (text) => text.replace(/^ {2}alt/mu, '\talt')],
  ['fields that are not closed', (text) => text.replace(/\n---\n/u, '\n\n')],
  ['a section that does not exist', (text) => text.replace(/^category:.*$/mu, 'category: inconnue')],
  ['a text that cannot be read', (text) => `${text}\n<Encadre titre="x">\n`],
  ['an unknown component', (text) => `${text}\n<Inconnu />\n`],
  ['a picture that is not there', (text) => text.replace(/src: .*/u, 'src: ./absente.jpg')],
  ['a hidden character', (text) => `${text}\n\u202Etexte\n`],
  ['a conflict of Git', (text) => text.replace(/^title/mu, '<<<<<<< HEAD\ntitle')],
  ['a file too long', (text) => text + 'mot '.repeat(120_000)],
];

describe('what is wrong with an article that no reader sees yet', () => {
  it.each(FAULTS)('stops nothing in a draft, and is told: %s', async (_, change) => {
    spoil(DRAFT, change);
    const { problems, waiting } = await examineContent(root);
    expect(problems).toEqual([]);
    expect(waiting.map(({ file }) => file)).toContain(FILE);
  });

  it.each(FAULTS)('stops all in a published article: %s', async (_, change) => {
    spoil('draft: false', change);
    const { problems, waiting } = await examineContent(root);
    expect(problems.map(({ file }) => file)).toContain(FILE);
    expect(waiting).toEqual([]);
  });

  it('stops nothing beside it: a picture that is no picture', async () => {
    spoil(DRAFT, (text) => text);
    writeFileSync(join(root, dirname(FILE), 'photo.jpg'), 'ceci n’est pas une image');
    const { problems, waiting } = await examineContent(root);
    expect(problems).toEqual([]);
    expect(waiting.map(({ file }) => file)).toEqual([`content/articles/${SLUG}/photo.jpg`]);
  });

  it('hides nothing of the others', async () => {
    spoil(DRAFT, (text) => `${text}\n\u202E\n`);
    cpSync('tests/fixtures/articles/unknown-tag', join(root, 'content/articles/autre'), { recursive: true });
    writeFileSync(join(root, 'content/articles/autre/couverture.svg'), SVG);
    const { problems } = await examineContent(root);
    expect(problems.map(({ file }) => file)).toEqual(['content/articles/autre/index.mdx']);
  });
});

describe('an article waits', () => {
  const now = new Date('2026-11-30T12:00:00Z');
  it.each([
    ['draft: true', true],
    ['draft : True # bientôt', true],
    ['"draft": true', true],
    ['draft: false', false],
    ['draft: oui', false],
    ['publishedAt: 2026-12-24 18:30', true],
    ['publishedAt: "2026-12-02"', true],
    ['publishedAt: 2026-12-01', false],
    ['publishedAt: 2026-11-20', false],
    ['title: x\n\ndraft: true', false],
    ['title: x\n---\ndraft: true', false],
    ['draft: true\ndraft: false', false],
  ])('by its own fields: %j', (fields, expected) => {
    mkdirSync(join(root, 'content/articles/autre'));
    writeFileSync(join(root, 'content/articles/autre/index.mdx'), `---\n${fields}\n---\n\nTexte.\n`);
    const waits = waitingArticles(root, now);
    expect(waits('content/articles/autre/photo.jpg')).toBe(expected);
    expect(waits('content/site.yaml')).toBe(false);
  });

  it('from a day before it is due no more', () => {
    spoil(`publishedAt: ${NEXT_WEEK}`, (text) => text.replace(/^publishedAt: 2024.*\n/mu, ''));
    expect(waitingArticles(root, new Date())(FILE)).toBe(true);
    expect(waitingArticles(root, new Date(Date.now() + 7 * 86_400_000))(FILE)).toBe(false);
  });
});
