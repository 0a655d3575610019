import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ContentFile, slugsIn } from '#content/files/content-file.ts';
import { fr } from '#lib/typography/fr.ts';
import type { ContentProblem } from '#model/problems.ts';
import type { SiteFile } from '#model/site-schema.ts';
import { isReserved } from '#routes.ts';
import { reportTo } from './report.ts';

/**
 * Checks the first segments of addresses that content/site.yaml sets, such as `articles`, and the former ones. Each
 * must be unique, and differ from the addresses of other pages and files.
 */
export function checkAddressWords(
  root: string,
  site: ContentFile<SiteFile>,
  problems: ContentProblem[],
): void {
  const { file, source, data } = site;
  if (!data) return;
  const report = reportTo(problems, file);
  const { aliases, ...words } = data.addresses;
  const all = [
    ...Object.entries(words).map(([kind, word]) => ({ word, path: [kind] })),
    ...Object.entries(aliases).flatMap(([kind, old]) =>
      old.map((word, index) => ({ word, path: ['aliases', kind, index] })),
    ),
  ];
  const isWritten = ({ path }: (typeof all)[number]) => source.writtenValue(['addresses', ...path]) !== null;
  const seen = new Set(all.filter((one) => !isWritten(one)).map(({ word }) => word));
  const pages = slugsIn(root, 'content/pages', '.mdx');
  const folder = join(root, 'public');
  const served = new Set((existsSync(folder) ? readdirSync(folder) : []).map((name) => name.toLowerCase()));
  for (const { word, path } of all.filter(isWritten)) {
    const place = source.placeOfValue(['addresses', ...path]);
    const other = fr`Choisissez un autre mot`;
    if (seen.has(word)) report(place, fr`« ${word} » est déjà un mot des adresses`, other);
    else if (isReserved(word)) report(place, fr`« /${word}/ » est déjà une adresse du site`, other);
    else if (served.has(word)) report(place, fr`« /${word}/ » est déjà l’adresse de public/${word}`, other);
    else if (pages.includes(word))
      report(place, fr`« /${word}/ » est déjà l’adresse de content/pages/${word}.mdx`, other);
    seen.add(word);
  }
}
