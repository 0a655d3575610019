import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '#storage/digest.ts';
import { type BuiltPage, listPages, readAddress } from '#cli/built-site/pages.ts';

/** A built site, ready to be compared. */
export interface BuiltSite {
  root: string;
  /** The path under which the site is published. */
  base: string;
  /** `https://a.example`; empty when the front page has no canonical address. */
  origin: string;
  pages: BuiltPage[];
  /** Replaces each asset address in a text with `name#digest`. */
  fingerprint(text: string): string;
}

/** Parts of pages that differ in every build: scope attributes, font names, hashes of the CSP. */
const BUILD_NOISE: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/\s?\bdata-astro-[\w-]+(?:="[^"]*")?/gu, ''],
  [/\[data-astro-[\w-]+(?:=[^\]]*)?\]/gu, ''],
  [/\.astro-[\da-z]{8}\b/gu, ''],
  [/(font-family:\s*"?|--font-[\w-]+:\s*"?|[,:]\s*"?)([A-Z][\w ]*?)-[\da-f]{16}\b/gu, '$1$2'],
  [/'(?:sha256|sha384|sha512|nonce)-[^']*'/gu, "'hash'"],
  [/\s+integrity="[^"]*"/gu, ''],
];
/** Matches the address of a file that is neither a page nor a feed. */
const ASSET =
  /(?:https?:\/\/[^\s"'<>()]+?)?\/[^\s"'<>(),;&]*?\.(?:avif|css|gif|ico|jpe?g|js|mjs|mp4|pdf|png|svg|webmanifest|webp|woff2?)(?![\w./-])/gu;
/** Matches the hash in the name of a built file: `couverture.C_btceMo_Z1Pttlc.avif`, `d4669f4553080d4d.woff2`. */
const FILE_HASH = /(?:\.[\w-]{6,}|(?<=\/)[\da-f]{16})(?=\.\w+$)/u;
const TEXT = /\.(?:css|m?js|svg|webmanifest)$/u;
/** Relative imports in bundled modules. */
const IMPORT = /(["'`])(\.{1,2}\/[^"'`\s]+?\.m?js)\1/gu;

/** Removes the parts of a page or a style sheet that differ in every build. */
export function withoutBuildNoise(text: string): string {
  return BUILD_NOISE.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}

/**
 * Reads a built site.
 *
 * @throws Error when the folder contains no site
 */
export function readSite(root: string): BuiltSite {
  const { base, origin } = readAddress(root);
  return { root, base, origin, pages: listPages(root), fingerprint: createFingerprint(root, base, origin) };
}

/** Identifies assets by their content, so that two builds differ only where their content does. */
function createFingerprint(root: string, base: string, origin: string): BuiltSite['fingerprint'] {
  const digests = new Map<string, string>();
  const withDigest = (address: string) => `${address.replace(FILE_HASH, '')}#${digestAt(address)}`;

  const digestAt = (address: string): string => {
    const path = address.startsWith(origin) ? address.slice(origin.length) : address;
    const known = digests.get(path);
    if (known !== undefined) return known;
    // A temporary value ends the recursion when modules import each other in a cycle.
    digests.set(path, 'cycle');
    const digest = digestFile(path);
    digests.set(path, digest);
    return digest;
  };
  const digestFile = (path: string): string => {
    if (!path.startsWith(base)) return 'ailleurs';
    const file = join(root, decodeURIComponent(path.slice(base.length)));
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return 'absente';
    const content = readFileSync(file);
    return digestOf(TEXT.test(file) ? fingerprintModule(content.toString(), path) : content);
  };
  const fingerprintModule = (text: string, path: string) =>
    fingerprint(withoutBuildNoise(text)).replace(IMPORT, (_, quote: string, name: string) => {
      const { pathname } = new URL(name, `http://site${path}`);
      return `${quote}${withDigest(pathname)}${quote}`;
    });
  const fingerprint = (text: string): string =>
    text.replace(ASSET, (address) =>
      /^https?:/u.test(address) && !address.startsWith(`${origin}/`) ? address : withDigest(address),
    );
  return fingerprint;
}
