import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compressFolder } from '#storage/compressed-copies.ts';
import type { ServedSite } from '#integrations/servers/served-site.ts';
import { headerList } from '#lib/response-headers.ts';

export const list = headerList({ cms: false });
const LONG = 'Une phrase assez longue pour être comprimée. '.repeat(80);

/** One file of each kind that a build makes. */
export const FILES = {
  '404.html': `<!doctype html><title>Introuvable</title>${LONG}`,
  'index.html': `<!doctype html><title>Accueil</title>${LONG}`,
  'articles/un/index.html': `<!doctype html><title>Un</title>${LONG}`,
  'rubriques/a/index.html': `<!doctype html><title>A</title>${LONG}`,
  'rubriques/a/flux.xml': `<rss>${LONG}</rss>`,
  'flux.xml': `<rss>${LONG}</rss>`,
  'flux.json': JSON.stringify({ title: LONG }),
  'robots.txt': 'User-agent: *\n',
  'manifest.webmanifest': '{}',
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'service-worker.js': `// ${LONG}`,
  '.well-known/security.txt': 'Contact: mailto:a@example.org\n',
  '.git/config': 'secret',
  _headers: 'for a static host',
  _redirects: '/ancien/ /articles/un/ 301\n',
  '_astro/a.B1.js': `// ${LONG}`,
  '_astro/a.B1.css': `/* ${LONG} */`,
  '_astro/a.B1.avif': 'avif',
  '_astro/a.B1.webp': 'webp',
  '_astro/a.B1.jpg': 'jpg',
  '_astro/fonts/a.woff2': 'woff2',
  'partage/articles/un.png': 'png',
  'icones/48.png': 'png',
  'pagefind/pagefind.js': `// ${LONG}`,
  'pagefind/pagefind-entry.json': '{}',
  'pagefind/wasm.fr.pagefind': 'wasm',
  'pagefind/fragment/fr_1.pf_fragment': 'fragment',
} as const;

export const SEARCH_PAGE = `<!doctype html><title>Chercher</title>${LONG}`;

export interface SmallSite {
  folder: string;
  site: ServedSite;
  remove(): void;
}

export async function makeSmallSite(base: string): Promise<SmallSite> {
  const root = mkdtempSync(join(tmpdir(), 'hosting-'));
  const folder = join(root, 'dist');
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const moved = path === '_redirects' ? `${base}ancien/ ${base}articles/un/ 301\n` : text;
    writeFileSync(join(folder, path), moved);
  }
  // Not one of the files above: the service answers its address.
  mkdirSync(join(folder, 'recherche'));
  writeFileSync(join(folder, 'recherche/index.html'), SEARCH_PAGE);
  await compressFolder(root, folder);
  return {
    folder,
    site: {
      list,
      base,
      host: 'localhost',
      redirects: { [`${base}ancien/`]: `${base}articles/un/` },
      services: [`${base}commentaires/`, `${base}moderation/`],
      search: `${base}recherche/`,
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
