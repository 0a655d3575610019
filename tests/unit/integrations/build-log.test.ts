import type { AstroLoggerMessage } from 'astro';
import { describe, expect, it } from 'vitest';
import buildLog from '#integrations/build-log.ts';

/** Messages as Astro gives them: the line of a page begins, and ends with what became of the page. */
const begin = (page: string): AstroLoggerMessage => ({
  label: null,
  level: 'info',
  message: `  \u001B[34m├─\u001B[39m \u001B[2m${page}\u001B[22m`,
  newLine: false,
});
const end = (message: string): AstroLoggerMessage => ({
  label: 'SKIP_FORMAT',
  level: 'info',
  message: ` \u001B[32m${message}\u001B[39m`,
  newLine: true,
});
const rendered: AstroLoggerMessage = { ...end(''), message: ' \u001B[2m(+12ms)\u001B[22m ' };
const warning: AstroLoggerMessage = { label: 'build', level: 'warn', message: 'attention', newLine: true };

function said(messages: readonly AstroLoggerMessage[]): AstroLoggerMessage[] {
  const written: AstroLoggerMessage[] = [];
  const log = buildLog({ write: (message) => void written.push(message) });
  for (const message of messages) log.write(message);
  return written;
}

const line = (page: string) => ({ ...begin(page), newLine: true });

describe('what a build says', () => {
  it('is a line for each page that it renders', () => {
    expect(said([begin('/a/'), rendered, begin('/b/'), rendered])).toEqual([line('/a/'), line('/b/')]);
  });

  it('is a line for each of several that it renders at once', () => {
    expect(said([begin('/a/'), begin('/b/'), rendered, rendered])).toEqual([line('/a/'), line('/b/')]);
  });

  it('is nothing of a page that it leaves as it is, or takes from the cache', () => {
    expect(said([begin('/a/'), end('(cached)'), begin('/b/'), end('(restored)'), warning])).toEqual([
      warning,
    ]);
  });

  it('keeps a page that cannot be rendered before the error that says so', () => {
    expect(said([begin('/a/'), { ...warning, level: 'error' }])).toEqual([
      line('/a/'),
      { ...warning, level: 'error' },
    ]);
  });

  it('keeps what is said of a page that is not made', () => {
    const unmade = end('(+3ms) (file not created, response body was empty)');
    expect(said([begin('/a/'), unmade])).toEqual([line('/a/'), unmade]);
  });
});
