import { strings } from '#strings/site.ts';
import { FOLDED, htmlDifferences } from './html-differences.ts';
import { htmlAddresses } from './html-pages.ts';
import { type Html, markup } from './markup.ts';
import type { SharedChange } from './shared-changes.ts';

const say = strings.report;

/** What many pages have in common: what readers see of it, then, folded, what machines alone read. */
export function htmlShared(shared: readonly SharedChange[]): Html {
  const isForMachines = ({ differences }: SharedChange) => differences.every(({ kind }) => FOLDED.has(kind));
  const forMachines = shared.filter(isForMachines);
  const forReaders = shared.filter((change) => !isForMachines(change));
  if (forReaders.length === 0 || forMachines.length === 0) return markup`${shared.map(htmlChange)}`;
  return markup`${forReaders.map(htmlChange)}
    <details>
      <summary>${say.forMachines(forMachines.length, [...new Set(forMachines.flatMap(kindsOf))])}</summary>
      ${forMachines.map(htmlChange)}
    </details>`;
}

function htmlChange(change: SharedChange): Html {
  const { pages, differences } = change;
  return markup`<article class="page">
    <h3>${say.summary.shared(pages.length, kindsOf(change))}</h3>
    ${htmlDifferences(differences)}
    <details>
      <summary>${say.onPages(pages.length)}</summary>
      ${htmlAddresses(pages)}
    </details>
  </article>`;
}

function kindsOf({ differences }: SharedChange): string[] {
  return [...new Set(differences.map(({ kind }) => say.kinds[kind].toLowerCase()))];
}
