import type { Found } from './search-engine.ts';
import type { SearchRequest } from './search-request.ts';

/**
 * What answers requests, of which nothing is loaded before the first. A failure is forgotten: the next
 * request tries again, under another name, because browsers remember a script that failed.
 *
 * @param script address of the index's script
 */
export function openLater(script: string): (request: SearchRequest) => Promise<Found> {
  let engine: Promise<(request: SearchRequest) => Promise<Found>> | null = null;
  let attempt = 0;
  return async (request) => {
    try {
      engine ??= import('./search-engine.ts').then(({ openEngine }) =>
        openEngine(attempt > 0 ? `${script}?essai=${attempt}` : script),
      );
      return await (
        await engine
      )(request);
    } catch (error) {
      engine = null;
      attempt += 1;
      throw error;
    }
  };
}
