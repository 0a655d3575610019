import { articleSlug } from '#content/checks/waiting-articles.ts';
import { git } from '#content/checks/project/chosen-files.ts';
import type { Project } from '#content/checks/project/project.ts';
import { listAddresses } from '#content/checks/project/published-addresses.ts';
import type { RuleReport } from '#content/checks/rule.ts';
import { readAddressWords } from '#content/files/address-words.ts';
import { readSite } from '#content/files/content-file.ts';
import { readYaml, valueAt } from '#content/files/yaml-source.ts';
import { counted, plural } from '#lib/french.ts';
import { fr } from '#lib/typography/fr.ts';
import { type AddressWords, addressesSchema, WORDED_PAGES } from '#model/addresses-schema.ts';
import { ADDRESS_WORDS } from '#routes.ts';

/** A regular expression for Git: the lines of content/site.yaml that set a first segment of addresses. */
const WORD_LINE = `^ +(${WORDED_PAGES.join('|')}):`;

/** Reports the first segments of addresses in the Git history that now lead nowhere. */
export function reportLostWords(project: Project, report: RuleReport): void {
  const { root } = project;
  const { aliases, ...words } = readAddressWords(root);
  const before = knownWords(project);
  if (before.length === 0) return;
  const published = [...listAddresses(project)].filter((address) => address.endsWith('/'));
  for (const kind of WORDED_PAGES) {
    const old = new Set(before.map((known) => known[kind]));
    const lost = [...old].filter((word) => word !== words[kind] && !aliases[kind].includes(word));
    const moved = published.filter((address) => address.startsWith(`/${ADDRESS_WORDS[kind]}/`)).length || 1;
    for (const word of lost)
      report(
        readSite(root).source.placeOfValue(['addresses', kind]),
        fr`Les adresses en « /${word}/ » ne mènent plus à rien : ${counted(moved, 'page')} ${plural(moved, 'a', 'ont')} changé d’adresse`,
        fr`Ajoutez l’ancien mot sous « addresses », dans « aliases » : ${kind}: [${word}]`,
      );
  }
}

/** The first segments in HEAD, and before and after each change to them, if a current article already existed. */
function knownWords({ root, documents }: Project): AddressWords[] {
  const options = ['log', '-z', '--format=%H', '-G', WORD_LINE, '--', 'content/site.yaml'];
  const commits = (git(root, options) ?? []).map((line) => line.trim());
  const slugs = new Set(documents.flatMap(({ article, slug }) => (article ? slug : [])));
  return ['HEAD', ...commits, ...commits.map((commit) => `${commit}^`)].flatMap((revision) => {
    const files = git(root, ['ls-tree', '-r', '-z', '--name-only', revision, '--', 'content/articles']) ?? [];
    if (!files.some((file) => slugs.has(articleSlug(file) ?? ''))) return [];
    const text = git(root, ['show', `${revision}:./content/site.yaml`])?.join('') ?? '';
    return addressesSchema.safeParse(valueAt(readYaml(text).readable, ['addresses'])).data ?? [];
  });
}
