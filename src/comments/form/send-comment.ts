import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge } from 'altcha-lib/types';

/** The result of a submission. Messages are those of the service, in French. */
export type SendResult =
  /** `erasure` is the address where the writer can erase the comment. */
  | { kind: 'sent'; erasure: string }
  | { kind: 'refused'; message: string; errors: Record<string, string> }
  | { kind: 'unreachable' };

/** The longest wait for a response, in milliseconds. */
const TIMEOUT = 60_000;
/** The HTTP status for an expired token or proof of work. */
const EXPIRED = 422;

/**
 * Sends a comment with its proof of work. If the token has expired, it tries once more with a new one.
 *
 * @param serviceUrl where comments are sent
 * @param challengeUrl where the service issues challenges
 */
export async function sendComment(
  serviceUrl: string,
  challengeUrl: string,
  fields: Record<string, string>,
  attempts = 2,
): Promise<SendResult> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT);
    const query = new URLSearchParams({ article: fields['article'] ?? '' }).toString();
    const issued = await fetch(`${challengeUrl}?${query}`, { signal });
    if (!issued.ok) return await refusalOf(issued);
    const { token, challenge } = (await issued.json()) as { token: string; challenge: Challenge };
    const solution = await solveChallenge({ challenge, deriveKey });
    const response = await fetch(serviceUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...fields, token, altcha: { challenge, solution } }),
      signal,
    });
    if (response.ok) {
      const { erasure } = (await response.json()) as { erasure: string };
      return { kind: 'sent', erasure: new URL(erasure, response.url).href };
    }
    if (response.status === EXPIRED && attempts > 1)
      return await sendComment(serviceUrl, challengeUrl, fields, attempts - 1);
    return await refusalOf(response);
  } catch {
    return { kind: 'unreachable' };
  }
}

/** A response without a message does not come from the service, but from a proxy that cannot reach it. */
async function refusalOf(response: Response): Promise<SendResult> {
  const body = (await response.json().catch(() => null)) as {
    message?: string;
    errors?: Record<string, string>;
  } | null;
  if (!body?.message) return { kind: 'unreachable' };
  return { kind: 'refused', message: body.message, errors: body.errors ?? {} };
}
