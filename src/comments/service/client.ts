import type { Settings } from '#comments/settings.ts';

/** A script receives JSON, and a form receives pages. */
export type ClientKind = 'script' | 'form';

const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u;

export function clientKindOf(request: Request): ClientKind {
  return mediaTypeOf(request) === 'application/json' ? 'script' : 'form';
}

/** The media type of the body, in lower case, without its parameters. */
export function mediaTypeOf(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/**
 * Whether a page of the magazine sent this request, according to `Origin` or `Sec-Fetch-Site`, which no page of another
 * site can forge. `false` when the request has neither header.
 */
export function isSameOrigin(headers: Headers, { siteOrigin }: Pick<Settings, 'siteOrigin'>): boolean {
  if (headers.get('sec-fetch-site') === 'same-origin') return true;
  const origin = headers.get('origin');
  const host = headers.get('host') ?? '';
  // The magazine may run on this machine, over HTTP.
  const localOrigin = LOCAL.test(host) ? `http://${host}` : null;
  return origin !== null && (origin === siteOrigin || origin === localOrigin);
}
