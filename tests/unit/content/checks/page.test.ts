import { describe, expect, it } from 'vitest';
import { checkPage } from '#content/checks/document.ts';

const fields = ['title: Contact', `description: ${'À qui écrire. '.repeat(5)}`, 'order: 7'];
const check = (lines: string[], { file = 'content/pages/contact.mdx', body = 'Écrivez-nous.' } = {}) =>
  checkPage({ file, text: ['---', ...lines, '---', '', body, ''].join('\n'), neighbours: new Set<string>() });

describe('the check of a page', () => {
  it('finds nothing in a page that is right', () => {
    expect(check(fields)).toEqual([]);
  });

  it('names a field that does not exist, at its line', () => {
    const [problem] = check([...fields, 'ordre: 7']);
    expect(problem).toMatchObject({
      line: 5,
      message: expect.stringContaining('vouliez-vous dire « order »'),
    });
  });

  it('names a component that does not exist, at its line', () => {
    const [problem] = check(fields, { body: '<ACompleté>adresse</ACompleté>' });
    expect(problem).toMatchObject({ line: 7, column: 1 });
  });

  it('refuses an address that cannot be one, or that the site already takes', () => {
    expect(check(fields, { file: 'content/pages/À propos.mdx' })[0]?.remedy).toContain('a-propos.mdx');
    expect(check(fields, { file: 'content/pages/articles.mdx' })[0]?.message).toContain('/articles/');
  });

  it('asks for the fields of a page that has none', () => {
    const problems = checkPage({ file: 'content/pages/contact.mdx', text: 'Bonjour', neighbours: new Set() });
    expect(problems[0]?.remedy).toContain('---');
  });
});
