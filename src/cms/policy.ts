import type { SiteFile } from '#model/site-schema.ts';

/** What each host’s own service is asked, from the browser. */
const SERVICES = {
  github: ['https://api.github.com', 'https://github.com', 'https://www.githubstatus.com'],
  gitlab: ['https://gitlab.com', 'https://status-api.hostedstatus.com'],
  gitea: ['https://gitea.com'],
} as const satisfies Readonly<Record<NonNullable<SiteFile['desk']>['host'], readonly string[]>>;

/**
 * The content security policy of the browser editor: nothing leaves the computer but for the host of
 * the magazine’s files, if there is one. Sveltia’s own styles are inline.
 */
export function deskPolicy(desk: SiteFile['desk']): string {
  const hosts = desk ? [...SERVICES[desk.host], ...(desk.address ? [new URL(desk.address).origin] : [])] : [];
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    `img-src 'self' blob: data:${desk ? ' https:' : ''}`,
    "media-src 'self' blob:",
    ["connect-src 'self' blob: data:", ...hosts].join(' '),
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
