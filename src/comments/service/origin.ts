import type { Settings } from '#comments/settings.ts';

const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u;

/**
 * Whether a page of the magazine sent this request: browsers say it in `Origin` or `Sec-Fetch-Site`, which no page
 * of another site can change. Who says neither is not answered.
 */
export function isFromTheSite(headers: Headers, { siteOrigin }: Pick<Settings, 'siteOrigin'>): boolean {
  if (headers.get('sec-fetch-site') === 'same-origin') return true;
  const origin = headers.get('origin');
  return origin !== null && (origin === siteOrigin || origin === localOrigin(headers));
}

/** The service's own address when it runs on the machine of who reads it. */
function localOrigin(headers: Headers): string | null {
  const host = headers.get('host') ?? '';
  return LOCAL.test(host) ? `http://${host}` : null;
}
