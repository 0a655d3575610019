import { readFileSync } from 'node:fs';
import pMap from 'p-map';
import { writeAtomically } from '#storage/atomic-write.ts';
import { DAY } from '#lib/durations.ts';

/** The fault of a link, in French; `null` when its address responds. */
export type LinkFault = string | null;

const TIMEOUT = 15_000;
const TOGETHER = 6;
const WEEK = 7 * DAY;
/** Statuses that sites often return to robots but not to readers. */
const REFUSES_ROBOTS = new Set([401, 403, 405, 429, 451, 999]);

/**
 * Requests addresses of other sites, a few at a time. An address that responded is not requested again for a week.
 *
 * @param cacheFile JSON: the time of the last response of each address, in milliseconds
 */
export async function askLinks(
  urls: Iterable<string>,
  cacheFile: string,
  now: number,
): Promise<ReadonlyMap<string, LinkFault>> {
  const cache = readCache(cacheFile);
  const answers = new Map<string, LinkFault>();
  const askOne = async (url: string): Promise<void> => {
    const address = url.replace(/#.*$/u, '').replace(/^\/\//u, 'https://');
    const isFresh = now - (cache[address] ?? 0) < WEEK;
    const fault = isFresh ? null : await ask(address);
    answers.set(url, fault);
    if (fault === null && !isFresh) cache[address] = now;
  };
  await pMap(new Set(urls), askOne, { concurrency: TOGETHER });
  writeAtomically(cacheFile, JSON.stringify(cache, null, 2));
  return answers;
}

async function ask(url: string): Promise<LinkFault> {
  const head = await request(url, 'HEAD');
  // Many servers refuse HEAD, so a failure is confirmed by GET.
  return head === null ? null : request(url, 'GET');
}

async function request(url: string, method: 'HEAD' | 'GET'): Promise<LinkFault> {
  try {
    const response = await fetch(url, {
      method,
      signal: AbortSignal.timeout(TIMEOUT),
      headers: { 'user-agent': 'Mozilla/5.0 (compatible; innovations-check/1.0)', accept: '*/*' },
    });
    await response.body?.cancel();
    if (response.ok || REFUSES_ROBOTS.has(response.status)) return null;
    return `réponse ${response.status}`;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError'
      ? `pas de réponse en ${TIMEOUT / 1000} secondes`
      : 'le serveur ne répond pas';
  }
}

function readCache(file: string): Record<string, number> {
  try {
    const entries = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as object);
    return Object.fromEntries(entries.filter(([, time]) => typeof time === 'number'));
  } catch {
    return {};
  }
}
