import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { type BuiltPage, listPages, readBase } from '#cli/built-site/pages.ts';
import { type Assets, readAssets } from './asset-digests.ts';

/** A built site, as it is compared. */
export interface BuiltSite {
  root: string;
  /** The path it is published under. */
  base: string;
  /** Where it is published: `https://a.example`; empty where its front page does not say. */
  origin: string;
  pages: BuiltPage[];
  assets: Assets;
}

/**
 * Reads a built site.
 *
 * @throws when the folder holds no site
 */
export function readSite(root: string): BuiltSite {
  const base = readBase(root);
  const { document } = parseHTML(readFileSync(join(root, 'index.html'), 'utf8'));
  const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  const origin = URL.canParse(canonical) ? new URL(canonical).origin : '';
  return { root, base, origin, pages: listPages(root), assets: readAssets(root, base, origin) };
}
