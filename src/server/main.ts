import { existsSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { staticSite } from './static-site.ts';

const port = Number(process.env['PORT'] ?? 4321);
const base = process.env['BASE_PATH'] ?? '/';
const root = process.env['SITE_FOLDER'] ?? 'dist';

if (!existsSync(`${root}/index.html`)) {
  console.error(`Le dossier « ${root} » ne contient pas de site. Lancez d’abord : npm run build`);
  process.exit(1);
}

const server = serve({ fetch: staticSite(root, base).fetch, port }, () => {
  console.log(`Le magazine est en ligne : http://localhost:${port}${base}`);
});

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Le port ${port} est déjà pris. Choisissez-en un autre : PORT=8080 npm start`);
  process.exit(1);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    // Browsers keep idle connections open; requests under way are let finish.
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
