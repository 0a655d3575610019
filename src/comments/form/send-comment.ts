import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge } from 'altcha-lib/types';

/** What became of a comment. Messages are the service's own, in French. */
export type Answer =
  | { kind: 'sent' }
  | { kind: 'refused'; message: string; errors: Record<string, string> }
  | { kind: 'unreachable' };

/** Slower, it is no longer worth waiting for. In milliseconds. */
const PATIENCE = 60_000;
/** A token that has expired, or a proof that came too late. */
const STALE = 422;

/**
 * Sends a comment with its proof of work. A stale token is asked for again, once.
 *
 * @param send address of the service
 * @param challenge where it gives the work to prove
 */
export async function sendComment(
  send: string,
  challenge: string,
  fields: Record<string, string>,
  attempts = 2,
): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const query = new URLSearchParams({ article: fields['article'] ?? '' }).toString();
    const given = await fetch(`${challenge}?${query}`, { signal });
    if (!given.ok) return refusal(given);
    const work = (await given.json()) as { token: string; challenge: Challenge };
    const solution = await solveChallenge({ challenge: work.challenge, deriveKey });
    const answer = await fetch(send, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ...fields,
        token: work.token,
        altcha: { challenge: work.challenge, solution },
      }),
      signal,
    });
    if (answer.ok) return { kind: 'sent' };
    if (answer.status === STALE && attempts > 1)
      return await sendComment(send, challenge, fields, attempts - 1);
    return await refusal(answer);
  } catch {
    return { kind: 'unreachable' };
  }
}

/** What the service says; what stands in its place when it is down says nothing that a reader could use. */
async function refusal(answer: Response): Promise<Answer> {
  const said = (await answer.json().catch(() => null)) as {
    message?: string;
    errors?: Record<string, string>;
  } | null;
  if (!said?.message) return { kind: 'unreachable' };
  return { kind: 'refused', message: said.message, errors: said.errors ?? {} };
}
