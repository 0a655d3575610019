import type { AstroLoggerMessage } from 'astro';
import { describe, expect, it, vi } from 'vitest';
import buildLog from '#engine/build-log.ts';

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

const lines = (...pages: string[]) => {
  const [first = begin('')] = pages.map(begin);
  const message = pages.map((page) => begin(page).message).join(`\n${' '.repeat(9)}`);
  return { ...first, message, newLine: true };
};

describe('what a build says', () => {
  it('is a line for each page that it renders', () => {
    expect(said([begin('/a/'), rendered, begin('/b/'), rendered, warning])).toEqual([
      lines('/a/', '/b/'),
      warning,
    ]);
  });

  it('is a line for each of several that it renders at once', () => {
    expect(said([begin('/a/'), begin('/b/'), rendered, rendered, warning])).toEqual([
      lines('/a/', '/b/'),
      warning,
    ]);
  });

  it('is not kept for later than a tenth of a second', () => {
    vi.spyOn(performance, 'now').mockReturnValue(1000);
    const written: AstroLoggerMessage[] = [];
    const log = buildLog({ write: (message) => void written.push(message) });
    for (const [time, page] of [
      [1000, '/a/'],
      [1050, '/b/'],
      [1090, '/c/'],
      [1200, '/d/'],
    ] as const) {
      vi.mocked(performance.now).mockReturnValue(time);
      log.write(begin(page));
      log.write(rendered);
    }
    expect(written).toEqual([lines('/a/', '/b/', '/c/')]);
    vi.restoreAllMocks();
  });

  it('is nothing of a page that it leaves as it is, or takes from the cache', () => {
    expect(said([begin('/a/'), end('(cached)'), begin('/b/'), end('(restored)'), warning])).toEqual([
      warning,
    ]);
  });

  it('keeps a page that cannot be rendered before the error that says so', () => {
    expect(said([begin('/a/'), { ...warning, level: 'error' }])).toEqual([
      lines('/a/'),
      { ...warning, level: 'error' },
    ]);
  });

  it('is the same of a page that Astro has not written itself', () => {
    const unwritten = {
      ...rendered,
      message: `${rendered.message}\u001B[33m(file not created, response body was empty)\u001B[39m`,
    };
    expect(said([begin('/a/'), unwritten, warning])).toEqual([lines('/a/'), warning]);
  });
});
