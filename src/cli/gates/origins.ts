import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuiltPage, parsePage } from '#cli/built-site/pages.ts';
import { fr } from '#lib/typography/fr.ts';
import { filesBelow } from '#storage/files-below.ts';
import { type Gate, type GateFault, readAndVisited, within } from './gate.ts';

/** Elements whose files a browser requests when the page loads. */
const FETCHED = [
  'script[src]',
  'img[src]',
  'source',
  'img[srcset]',
  'iframe[src]',
  'embed[src]',
  'object[data]',
  'video',
  'audio',
  'track[src]',
  'use[href]',
  'image[href]',
  'link:not([rel~=canonical], [rel~=alternate], [rel~=author], [rel~=license], [rel~=me])',
].join(', ');
const ATTRIBUTES = ['src', 'href', 'data', 'poster', 'srcset'];
const FOREIGN = /(?:^|[\s,])(?:https?:)?\/\/[^\s,]+/giu;
const FOREIGN_IN_STYLE = /(?:url\(\s*["']?|@import\s+["'])((?:https?:)?\/\/[^"')\s]+)/giu;

const remedy = fr`Hébergez ce fichier sur le site, ou supprimez-le : aucun lecteur ne doit être pisté`;

export const gate: Gate = {
  name: 'origins',
  title: 'Aucune requête hors du site',
  reads: 'site',
  async judge({ root, pages, visits }, { origins }) {
    const seen = await visits();
    const styles = filesBelow(root).filter((path) => path.endsWith('.css'));
    const found = [
      ...pages.map((page) => ({ place: page.file, addresses: foreignIn(root, page) })),
      ...styles.map((place) => ({ place, addresses: inStyle(readFileSync(join(root, place), 'utf8')) })),
      ...seen.map(({ page, foreignRequests }) => ({ place: page.file, addresses: foreignRequests })),
    ];
    const faults = new Map<string, GateFault>();
    for (const { place, addresses } of found)
      for (const address of addresses)
        faults.set(`${place} ${address}`, { place, message: fr`La page charge « ${address} »`, remedy });
    return within(origins.foreignRequests, readAndVisited(pages, seen), [...faults.values()]);
  },
};

function foreignIn(root: string, { file }: BuiltPage): string[] {
  const document = parsePage(root, file);
  const asked = [...document.querySelectorAll(FETCHED)].flatMap((element) =>
    ATTRIBUTES.flatMap((name) => element.getAttribute(name)?.match(FOREIGN) ?? []),
  );
  const styled = [...document.querySelectorAll('style')].flatMap((style) => inStyle(style.textContent ?? ''));
  return [...asked.map((address) => address.trim()), ...styled];
}

function inStyle(text: string): string[] {
  return [...text.matchAll(FOREIGN_IN_STYLE)].map(([, address = '']) => address);
}
