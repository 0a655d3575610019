import type { Matches, SearchEngine } from './engine.ts';

/** Number of terms whose matches are cached. */
const MAX_RECENT = 24;

/**
 * Caches the matches of recent terms: readers add words to the question that they have typed, and the steps that answer
 * one question look up the same terms. Accents matter in phrases only.
 */
export function keepRecentMatches(find: SearchEngine['find']): SearchEngine['find'] {
  const recent = new Map<string, Promise<Matches>>();
  return (term, isExact) => {
    const exactAccents = isExact && term.isPhrase;
    const key = `${exactAccents} ${term.isPhrase} ${term.text}`;
    const matches = recent.get(key) ?? find(term, exactAccents);
    recent.set(key, matches);
    matches.catch(() => recent.delete(key));
    const [oldest = key] = recent.keys();
    if (recent.size > MAX_RECENT) recent.delete(oldest);
    return matches;
  };
}
