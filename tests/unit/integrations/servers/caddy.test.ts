import { expect, it } from 'vitest';
import { caddyConfiguration } from '#integrations/servers/caddy.ts';
import { headerList } from '#lib/response-headers.ts';

it('shows the page of the search, wherever it is, while the service does not answer', () => {
  const site = { list: headerList({ cms: false }), host: 'ex.fr', redirects: {}, services: ['/revue/avis/'] };
  const written = caddyConfiguration({ ...site, base: '/revue/', search: '/revue/chercher/' });
  expect(written).toContain('path /revue/chercher/\n');
  expect(written).toContain('rewrite * /chercher/index.html\n');
});
