import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The origin of the sites of the tests. */
export const ORIGIN = 'https://a.example';

/** Writes a site with a front page and these files to a new folder. */
export function writeSite(files: Readonly<Record<string, string | Buffer>>): string {
  const root = mkdtempSync(join(tmpdir(), 'compared-'));
  const front = `<html lang="fr"><head><link rel="canonical" href="${ORIGIN}/"></head><body><h1>Une</h1></body></html>`;
  for (const [path, content] of Object.entries({ 'index.html': front, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}
