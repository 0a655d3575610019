import type { SiteFile } from '#model/site-schema.ts';

/** The origins that Sveltia sends requests to, by Git host. */
const ORIGINS = {
  github: ['https://api.github.com', 'https://github.com', 'https://www.githubstatus.com'],
  gitlab: ['https://gitlab.com', 'https://status-api.hostedstatus.com'],
  gitea: ['https://gitea.com'],
} as const satisfies Readonly<Record<NonNullable<SiteFile['cms']>['host'], readonly string[]>>;

/** The content security policy of the CMS, which allows requests to its Git host only. Sveltia needs inline styles. */
export function cmsPolicy(cms: SiteFile['cms']): string {
  const hosts = cms ? [...ORIGINS[cms.host], ...(cms.address ? [new URL(cms.address).origin] : [])] : [];
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    `img-src 'self' blob: data:${cms ? ' https:' : ''}`,
    "media-src 'self' blob:",
    ["connect-src 'self' blob: data:", ...hosts].join(' '),
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
