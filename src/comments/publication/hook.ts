import type { PublicationSettings } from './publication-settings.ts';

type Hook = Extract<PublicationSettings, { kind: 'hook' }>;

/** The longest wait for a response, in milliseconds. */
const TIMEOUT = 20_000;

/**
 * Requests a build of the site on another machine.
 *
 * @throws HookError when the response is an error, or the error of `fetch`
 */
export async function callHook(hook: Hook): Promise<void> {
  const response = await fetch(hook.address, { ...requestOf(hook), signal: AbortSignal.timeout(TIMEOUT) });
  await response.body?.cancel();
  if (!response.ok) throw new HookError(response.status);
}

/** Thrown when a hook answers with an error. */
class HookError extends Error {
  readonly code: string;

  constructor(status: number) {
    super('The build hook refused');
    this.code = `HTTP ${status}`;
  }
}

/**
 * The request that the address needs: a workflow dispatch of GitHub or Forgejo, a pipeline trigger of GitLab, otherwise
 * an empty POST.
 */
function requestOf({ address, token, branch }: Hook): RequestInit {
  const method = 'POST';
  if (address.endsWith('/trigger/pipeline'))
    return { method, body: new URLSearchParams({ ref: branch, token: token ?? '' }) };
  const authorization = token === null ? {} : { Authorization: `Bearer ${token}` };
  if (!address.endsWith('/dispatches')) return { method, headers: authorization };
  const isWorkflow = address.includes('/workflows/');
  return {
    method,
    headers: { ...authorization, Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(isWorkflow ? { ref: branch } : { event_type: 'comments' }),
  };
}
