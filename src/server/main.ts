import { existsSync } from 'node:fs';
import type { Hono } from 'hono';
import { createService, explainFault } from './comments/service.ts';
import { type Settings, readSettings } from './comments/settings.ts';
import { listen } from './listen.ts';
import { staticSite } from './static-site.ts';

const root = process.env['SITE_FOLDER'] ?? 'dist';

if (!existsSync(`${root}/index.html`)) {
  console.error(`Le dossier « ${root} » ne contient pas de site. Lancez d’abord : npm run build`);
  process.exit(1);
}

const settings = readSettings(process.cwd(), process.env);
const { base, mount, port } = settings;
const site = staticSite(root, base);
const comments = await openComments(settings);
const isComments = (url: string) => mount !== null && new URL(url).pathname.startsWith(mount);

listen(
  (request, environment) =>
    (comments && isComments(request.url) ? comments : site).fetch(request, environment),
  port,
  (given) => console.log(`Le magazine est en ligne : http://localhost:${given}${base}`),
);

/** The intake of comments, when it is on the site itself. Without it, the magazine is still served. */
async function openComments(settings: Settings): Promise<Hono | null> {
  if (settings.mount === null || settings.external) return null;
  try {
    return await createService(settings, process.env);
  } catch (error) {
    explainFault(error);
    return null;
  }
}
