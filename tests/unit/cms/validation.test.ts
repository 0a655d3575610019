import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { parseMdx } from '#content/files/mdx-parser.browser.ts';
import { validationMessage } from '#cms/validation.ts';

vi.mock('#content/files/mdx-parser.ts', () => ({ parseMdx }));

const LEAD = readFileSync(
  'tests/fixtures/content/articles/geants-tech-empreinte-carbone-ia-generative/index.mdx',
  'utf8',
);
const FIELDS = LEAD.slice(0, LEAD.indexOf('\n---\n', 4));
const withBody = (body: string, more = '') => `${FIELDS}${more}\n---\n\n${body}\n`;

describe('a text saved from the browser', () => {
  it.each(readdirSync('content/articles'))('is accepted as the magazine has it: %s', (slug) => {
    expect(
      validationMessage('article', readFileSync(`content/articles/${slug}/index.mdx`, 'utf8')),
    ).toBeNull();
  });

  it.each(existsSync('content/pages') ? readdirSync('content/pages') : [])(
    'is accepted as the magazine has it: %s',
    (name) => {
      expect(validationMessage('page', readFileSync(`content/pages/${name}`, 'utf8'))).toBeNull();
    },
  );

  it.each([
    ['Bien.\n\nQuand a <b, on perd.', 3],
    ['Un {sic}.', 1],
    ['On <b>gagne.', 1],
    ['![](./image.jpg)', 1],
    ['<Encadr titre="x">\n\nTexte.\n\n</Encadr>', 1],
    ['<Encadre titre="x">\n\nTexte.', 1],
    ['Un.\n\n# Titre', 3],
    ['import x from "y"', 1],
    ['[lien](javascript:alert)', 1],
  ])('is refused with its line in the text: %j', (body, line) => {
    expect(validationMessage('article', withBody(body))).toContain(`Texte, ligne ${line} : `);
    expect(validationMessage('article', withBody(body))).toContain('« Brouillon »');
    expect(validationMessage('article', withBody(body, '\ndraft: true'))).toBeNull();
  });

  it('is refused for its fields too, and says only the first faults', () => {
    expect(validationMessage('article', LEAD.replace(/^title: .*$/mu, 'title: 1984'))).toContain('« title »');
    const many = validationMessage('article', withBody('Un {a}.\n\n'.repeat(20)));
    expect(many?.split('\n')).toHaveLength(8);
    expect(many).toContain('Et 15 de plus.');
  });
});
