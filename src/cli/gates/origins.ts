import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foreignAddresses, foreignInStyle } from '#cli/built-site/foreign-addresses.ts';
import { parsePage } from '#cli/built-site/pages.ts';
import { fr } from '#lib/typography/fr.ts';
import { filesBelow } from '#storage/files-below.ts';
import { type Gate, type GateFault, readAndVisited, within } from './gate.ts';

const remedy = fr`Hébergez ce fichier sur le site, ou supprimez-le : aucun lecteur ne doit être pisté`;

export const gate: Gate = {
  name: 'origins',
  title: 'Aucune requête hors du site',
  reads: 'site',
  async judge({ root, pages, visits }, { origins }) {
    const seen = await visits();
    const styles = filesBelow(root).filter((path) => path.endsWith('.css'));
    const found = [
      ...pages.map((page) => ({ place: page.file, addresses: foreignAddresses(parsePage(root, page.file)) })),
      ...styles.map((place) => ({
        place,
        addresses: foreignInStyle(readFileSync(join(root, place), 'utf8')),
      })),
      ...seen.map(({ page, foreignRequests }) => ({ place: page.file, addresses: foreignRequests })),
    ];
    const faults = new Map<string, GateFault>();
    for (const { place, addresses } of found)
      for (const address of addresses)
        faults.set(`${place} ${address}`, { place, message: fr`La page charge « ${address} »`, remedy });
    return within(origins.foreignRequests, readAndVisited(pages, seen), [...faults.values()]);
  },
};
