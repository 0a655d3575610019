import type { Matches, SearchEngine } from './engine.ts';

/** Terms whose matches are kept. */
const MOST = 24;

/**
 * Keeps the matches of recent terms: readers add a word to those they have typed, and the steps of one question ask for
 * the same words.
 */
export function keepRecentMatches(find: SearchEngine['find']): SearchEngine['find'] {
  const recent = new Map<string, Promise<Matches>>();
  return (term, exactAccents) => {
    const key = `${exactAccents} ${term.isPhrase} ${term.text}`;
    const matches = recent.get(key) ?? find(term, exactAccents);
    recent.set(key, matches);
    matches.catch(() => recent.delete(key));
    const [oldest = key] = recent.keys();
    if (recent.size > MOST) recent.delete(oldest);
    return matches;
  };
}
