import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import type { BuiltPage } from '#cli/built-site/pages.ts';
import { fr } from '#lib/typography/fr.ts';
import { counted } from '#lib/french.ts';
import { type Gate, type GateFault, within } from './gate.ts';

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
    const written = [
      ...pages.flatMap((page) => foreignIn(root, page).map((address) => ({ place: page.file, address }))),
      ...styleSheets(root).flatMap((file) =>
        inStyle(readFileSync(join(root, file), 'utf8')).map((address) => ({ place: file, address })),
      ),
    ];
    const visited = (await visits()).flatMap(({ page, foreignRequests }) =>
      foreignRequests.map((address) => ({ place: page.file, address })),
    );
    const faults = new Map<string, GateFault>();
    for (const { place, address } of [...written, ...visited])
      faults.set(`${place} ${address}`, { place, message: fr`La page charge « ${address} »`, remedy });
    const measured = fr`${counted(pages.length, 'page lue', 'pages lues')}, ${counted((await visits()).length, 'visite')} dans un navigateur`;
    return within(origins.foreignRequests, measured, [...faults.values()]);
  },
};

function foreignIn(root: string, { file }: BuiltPage): string[] {
  const { document } = parseHTML(readFileSync(join(root, file), 'utf8'));
  const asked = [...document.querySelectorAll(FETCHED)].flatMap((element) =>
    ATTRIBUTES.flatMap((name) => element.getAttribute(name)?.match(FOREIGN) ?? []),
  );
  const styled = [...document.querySelectorAll('style')].flatMap((style) => inStyle(style.textContent ?? ''));
  return [...asked.map((address) => address.trim()), ...styled];
}

function inStyle(text: string): string[] {
  return [...text.matchAll(FOREIGN_IN_STYLE)].map(([, address = '']) => address);
}

function styleSheets(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css'));
}
