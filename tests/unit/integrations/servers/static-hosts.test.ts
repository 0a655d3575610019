import { describe, expect, it } from 'vitest';
import { headersFile, MAX_LINE_LENGTH, MAX_RULES } from '#integrations/servers/static-hosts.ts';
import { headerList, headersOf, matchesRule } from '#lib/response-headers.ts';

const list = headerList({ cms: false });
const ENTRIES = [
  '.well-known/',
  '404.html',
  '_astro/',
  '_headers',
  'articles/',
  'favicon.svg',
  'flux.xml',
].concat(['icones/', 'index.html', 'pagefind/', 'partage/', 'rubriques/', 'service-worker.js']);

/** Returns the headers that Netlify and Cloudflare Pages send for a path: those of all matching rules, joined. */
function readHeaders(file: string, path: string): Record<string, string> {
  const said: Record<string, string[]> = {};
  for (const block of file.trim().split('\n\n')) {
    const [rule = '', ...lines] = block.split('\n');
    if (!matchesRule(rule, path)) continue;
    for (const line of lines) {
      const [name = '', ...value] = line.trim().split(': ');
      (said[name] ??= []).push(value.join(': '));
    }
  }
  return Object.fromEntries(Object.entries(said).map(([name, values]) => [name, values.join(', ')]));
}

describe('the file of headers of static hosts', () => {
  it.each(['/', '/magazine/'])('says the list, and nothing twice, under %s', (base) => {
    const file = headersFile(list, ENTRIES, base);
    const paths = [
      '',
      'articles/un/',
      'rubriques/a/flux.xml',
      'flux.xml',
      '_astro/a.js',
      'partage/a.png',
    ].concat([
      'pagefind/pagefind.js',
      'pagefind/fragment/a',
      'service-worker.js',
      'favicon.svg',
      '.well-known/security.txt',
    ]);
    for (const path of paths) {
      const expected = Object.fromEntries(
        Object.entries(headersOf(list, `/${path}`)).filter(
          // Both hosts send this header by default.
          ([, value]) => value !== list.defaults['Cache-Control'],
        ),
      );
      expect(readHeaders(file, base + path), path).toEqual(expected);
    }
  });

  it('keeps within what hosts read', () => {
    const file = headersFile(list, ENTRIES, '/');
    for (const line of file.split('\n')) expect(line.length).toBeLessThanOrEqual(MAX_LINE_LENGTH);
    const many = Array.from({ length: MAX_RULES }, (_, number) => `page-${number}/`);
    expect(() => headersFile(list, many, '/')).toThrow(/rules/u);
  });
});
