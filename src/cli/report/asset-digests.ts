import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withoutNoise } from './noise.ts';

/** A file of the site that is neither a page nor a feed, as pages name it: by its address. */
const NAMED =
  /(?:https?:\/\/[^\s"'<>()]+?)?\/[^\s"'<>(),;&]*?\.(?:avif|css|gif|ico|jpe?g|js|mjs|mp4|pdf|png|svg|webmanifest|webp|woff2?)(?![\w./-])/gu;
/** `couverture.C_btceMo_Z1Pttlc.avif`, `d4669f4553080d4d.woff2`, `page.B4x-9_ab.js`. */
const HASHED = /(?:\.[\w-]{6,}|(?<=\/)[\da-f]{16})(?=\.\w+$)/u;
const TEXT = /\.(?:css|m?js|svg|webmanifest)$/u;
/** Relative names of other modules, as bundlers write them. */
const MODULE = /(["'`])(\.{1,2}\/[^"'`\s]+?\.m?js)\1/gu;
const DIGEST_LENGTH = 10;

export interface Assets {
  /** The file's name without its hash: `/_astro/couverture.avif`. */
  nameOf(address: string): string;
  /** What the file holds, in a few signs; `absente` where there is no such file. */
  digestOf(address: string): string;
  /** A text in which each address of a file is its plain name and what the file holds. */
  fingerprint(text: string): string;
}

/**
 * Names the files of a built site by what they hold, so that two builds can be told apart by content alone.
 *
 * @param root the folder of the site
 * @param base the path it is published under
 * @param origin where it is published: `https://a.example`
 */
export function readAssets(root: string, base: string, origin: string): Assets {
  const digests = new Map<string, string>();
  const pathOf = (address: string) => (address.startsWith(origin) ? address.slice(origin.length) : address);
  const digestOf = (address: string): string => {
    const path = pathOf(address);
    const known = digests.get(path);
    if (known !== undefined) return known;
    // A module that imports itself through others must not go round for ever.
    digests.set(path, 'cycle');
    const digest = path.startsWith(base) ? digestFile(path) : 'ailleurs';
    digests.set(path, digest);
    return digest;
  };
  const digestFile = (path: string): string => {
    const file = join(root, decodeURIComponent(path.slice(base.length)));
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return 'absente';
    const content = readFileSync(file);
    const plain = TEXT.test(file) ? plainText(content.toString(), path) : content;
    return createHash('sha256').update(plain).digest('hex').slice(0, DIGEST_LENGTH);
  };
  const plainText = (text: string, path: string) =>
    fingerprint(withoutNoise(text)).replace(MODULE, (_, quote: string, name: string) => {
      const address = new URL(name, `http://site${path}`).pathname;
      return `${quote}${nameOf(address)}#${digestOf(address)}${quote}`;
    });
  const nameOf = (address: string) => address.replace(HASHED, '');
  const fingerprint = (text: string): string =>
    text.replace(NAMED, (address) => {
      const isElsewhere = /^https?:/u.test(address) && !address.startsWith(`${origin}/`);
      return isElsewhere ? address : `${nameOf(address)}#${digestOf(address)}`;
    });
  return { nameOf, digestOf, fingerprint };
}
