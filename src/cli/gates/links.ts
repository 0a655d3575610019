import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parsePage } from '#cli/built-site/pages.ts';
import { fr } from '#lib/typography/fr.ts';
import { counted } from '#lib/french.ts';
import { type Gate, type GateFault, type SiteUnderGate, within } from './gate.ts';

/** Attributes that contain one address; `srcset` contains several. */
const ADDRESSES = ['href', 'src', 'action', 'poster', 'data'] as const;
const ELEMENTS =
  'a[href], area[href], link[href], use[href], img, source, script[src], iframe[src], form[action][method=get]';

interface ReadPage {
  /** The addresses that the page refers to, as written. */
  addresses: ReadonlySet<string>;
  ids: ReadonlySet<string>;
}

export const gate: Gate = {
  name: 'links',
  title: 'Liens et ancres',
  reads: 'site',
  judge(site, { links }) {
    const read = new Map(site.pages.map(({ file }) => [file, readPage(site.root, file)]));
    const origin = site.origin || 'http://site';
    let count = 0;
    const faults: GateFault[] = [];
    for (const page of site.pages) {
      const here = new URL(`${site.base}${page.address.slice(1)}`, origin);
      for (const address of read.get(page.file)?.addresses ?? []) {
        const target = URL.parse(address, here);
        if (target && target.origin !== origin) continue;
        count += 1;
        const message = target ? faultOf(target, site, read) : fr`« ${address} » n’est pas une adresse`;
        if (message)
          faults.push({
            place: page.file,
            message,
            remedy: fr`Corrigez l’adresse « ${address} », ou supprimez le lien`,
          });
      }
    }
    return within(links.dead, fr`${counted(count, 'adresse suivie', 'adresses suivies')}`, faults);
  },
};

function readPage(root: string, file: string): ReadPage {
  const document = parsePage(root, file);
  const elements = [...document.querySelectorAll(ELEMENTS)];
  const metas = document.querySelectorAll('meta[property="og:image"], meta[name="twitter:image"]');
  const choices = elements.flatMap((element) => element.getAttribute('srcset')?.split(/,\s+/u) ?? []);
  const addresses = new Set([
    ...elements.flatMap((element) => ADDRESSES.flatMap((name) => element.getAttribute(name) || [])),
    ...choices.map((choice) => choice.trim().split(/\s/u)[0] ?? ''),
    ...[...metas].map((meta) => meta.getAttribute('content') ?? ''),
  ]);
  return { addresses, ids: new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)) };
}

/** The reason why an address of the site is dead; `null` when it is not. */
function faultOf(
  { pathname, hash }: URL,
  { root, base }: SiteUnderGate,
  read: ReadonlyMap<string, ReadPage>,
): string | null {
  if (!pathname.startsWith(base)) return fr`Le lien « ${pathname} » sort du site, publié sous « ${base} »`;
  const path = decodeURIComponent(pathname).slice(base.length);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!existsSync(join(root, file))) return fr`Le lien « ${pathname} » ne mène à aucune page`;
  const fragment = decodeURIComponent(hash.slice(1));
  const target = read.get(file);
  if (fragment && target && !target.ids.has(fragment))
    return fr`La page « ${pathname} » n’a pas d’ancre « ${fragment} »`;
  return null;
}
