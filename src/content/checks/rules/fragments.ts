import { type TreeNode, visit } from '#content/files/mdx-tree.ts';
import { headingIdAllocator, PAGE_IDS } from '#lib/html/heading-ids.ts';
import { linkAddressFault } from '#lib/html/link-address.ts';
import { nearest } from '#lib/nearest.ts';
import { typesetRun } from '#lib/typography/typeset.ts';
import type { ContentDocument } from '#content/checks/project/project.ts';
import { isExternal, linksOf } from '#content/checks/project/links.ts';
import type { Rule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';
import { addressOf } from '#content/checks/project/published-addresses.ts';

export const rule: Rule = {
  name: 'ancres',
  description: 'Dans un lien, ce qui suit « # » correspond à un intertitre de la page de destination.',
  example: '[vos droits](../confidentialite/#vos-droit)',
  severity: 'erreur',
  check({ documents }) {
    const pages = new Map(documents.map((document) => [addressOf(document), document]));
    return documents.flatMap((document) =>
      linksOf(document).flatMap(({ url, ...place }) => {
        if (isExternal(url) || !url.includes('#') || linkAddressFault(url)) return [];
        const target = pages.get(new URL(url, `https://magazine${addressOf(document)}`).pathname);
        const fragment = url.slice(url.indexOf('#') + 1);
        const known = target ? fragmentsOf(target) : null;
        if (!known || fragment === '' || known.has(fragment)) return [];
        const meant = nearest(fragment, known);
        return [
          {
            ...place,
            message: fr`Le lien « ${url} » ne mène à aucun intertitre de la page`,
            remedy: meant
              ? fr`Vouliez-vous dire « ${`#${meant}`} » ?`
              : fr`Supprimez « ${`#${fragment}`} », ou corrigez-le`,
          },
        ];
      }),
    );
  },
};

/** The ids of a page that links may target: those of its headings and of its template. */
function fragmentsOf({ tree }: ContentDocument): ReadonlySet<string> {
  const fragments = new Set(PAGE_IDS);
  const idOf = headingIdAllocator();
  if (tree)
    visit(tree, null, (node) => {
      if (node.type === 'heading') fragments.add(idOf(headingText(node)));
    });
  return fragments;
}

/** The typeset text of a heading, from which its id is made. */
function headingText(heading: TreeNode): string {
  const pieces: TreeNode[] = [];
  visit(heading, null, (node) => {
    if (typeof node.value === 'string') pieces.push(node);
  });
  const set = typesetRun(pieces.map(({ type, value }) => (type === 'text' ? String(value) : null)));
  return pieces.map(({ value }, index) => set[index] ?? String(value)).join('');
}
