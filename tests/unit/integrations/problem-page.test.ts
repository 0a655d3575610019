import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { paletteOf } from '#lib/palette.ts';
import { renderProblemPage } from '#integrations/problem-page.ts';

const problem = {
  file: 'content/articles/velo/index.mdx',
  line: 4,
  column: 11,
  message: 'La rubrique « velos » n’existe pas',
  remedy: 'Corrigez le nom',
};
const text = Array.from({ length: 9 }, (_, index) => `ligne ${index + 1} <b>&`).join('\n');
const render = (problems = [problem], read: (file: string) => string | null = () => text) =>
  parseHTML(renderProblemPage(problems, read, paletteOf(), '/magazine/')).document;

describe('the page of mistakes', () => {
  it('names the file, the line, the mistake and its remedy', () => {
    const document = render();
    expect(document.querySelector('code')?.textContent).toBe('content/articles/velo/index.mdx:4:11');
    expect(document.querySelector('h2')?.textContent).toBe('La rubrique « velos » n’existe pas');
    expect(document.body.textContent).toContain('Corrigez le nom');
    expect(document.querySelector('h1')?.textContent).toBe('1\u00A0erreur dans le contenu');
  });

  it('shows the lines around, the wrong one marked, as text', () => {
    const document = render();
    expect(document.querySelector('mark')?.textContent).toBe('   4  ligne 4 <b>&');
    expect(document.querySelector('pre')?.textContent?.split('\n')).toHaveLength(5);
    expect(document.querySelector('b')).toBeNull();
  });

  it('does without an excerpt where there is no file', () => {
    expect(render([problem], () => null).querySelector('pre')).toBeNull();
  });

  it('reloads itself, and lets the page be seen in spite of it all', () => {
    const document = render();
    expect(document.querySelector('script')?.getAttribute('src')).toBe('/magazine/@vite/client');
    expect(document.querySelector('a')?.getAttribute('href')).toBe('?malgre-tout');
  });
});
