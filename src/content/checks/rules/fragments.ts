import { nodesOf, type TreeNode } from '#content/files/mdx-tree.ts';
import { headingIdAllocator, PAGE_IDS } from '#lib/html/heading-ids.ts';
import { linkAddressFault } from '#lib/html/link-address.ts';
import { nearest } from '#lib/nearest.ts';
import { typesetRun } from '#lib/typography/typeset.ts';
import type { ContentDocument } from '#content/checks/project/project.ts';
import { isExternal, linksOf } from '#content/checks/project/links.ts';
import { defineRule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';
import { addressOf } from '#content/checks/project/published-addresses.ts';

export const rule = defineRule({
  name: 'ancres',
  description: 'Dans un lien, ce qui suit « # » correspond à un intertitre de la page de destination.',
  example: '[vos droits](../confidentialite/#vos-droit)',
  severity: 'erreur',
  checkProject({ documents }, reportIn) {
    const pages = new Map(documents.map((document) => [addressOf(document), document]));
    for (const document of documents)
      for (const { url, ...place } of linksOf(document)) {
        if (isExternal(url) || !url.includes('#') || linkAddressFault(url)) continue;
        const target = pages.get(new URL(url, `https://magazine${addressOf(document)}`).pathname);
        const fragment = url.slice(url.indexOf('#') + 1);
        const known = target ? fragmentsOf(target) : null;
        if (!known || fragment === '' || known.has(fragment)) continue;
        const meant = nearest(fragment, known);
        reportIn(document.source.file)(
          place,
          fr`Le lien « ${url} » ne mène à aucun intertitre de la page`,
          meant
            ? fr`Vouliez-vous dire « ${`#${meant}`} » ?`
            : fr`Supprimez « ${`#${fragment}`} », ou corrigez-le`,
        );
      }
  },
});

/** The ids of a page that links may target: those of its headings and of its template. */
function fragmentsOf({ tree }: ContentDocument): ReadonlySet<string> {
  const idOf = headingIdAllocator();
  const headings = [...nodesOf(tree)].filter(({ type }) => type === 'heading');
  return new Set([...PAGE_IDS, ...headings.map((heading) => idOf(headingText(heading)))]);
}

/** The typeset text of a heading, from which its id is made. */
function headingText(heading: TreeNode): string {
  const pieces = [...nodesOf(heading)].filter(({ value }) => typeof value === 'string');
  const set = typesetRun(pieces.map(({ type, value }) => (type === 'text' ? String(value) : null)));
  return pieces.map(({ value }, index) => set[index] ?? String(value)).join('');
}
