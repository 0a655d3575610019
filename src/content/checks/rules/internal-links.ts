import { posix } from 'node:path';
import { linkAddressFault } from '#lib/html/link-address.ts';
import { nearest } from '#lib/nearest.ts';
import { isExternal, linksOf, ownPath, type WrittenLink } from '#content/checks/project/links.ts';
import type { ContentDocument, Project } from '#content/checks/project/project.ts';
import type { Rule, RuleProblem } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';
import { addressOf, isPublished, listAddresses } from '#content/checks/project/published-addresses.ts';

export const rule: Rule = {
  name: 'liens internes',
  description: 'Un lien vers le magazine mène à une page publiée, par une adresse relative.',
  example: '[la charte](../charte/)',
  severity: 'erreur',
  check(project) {
    const known = listAddresses(project);
    return project.documents.flatMap((document) =>
      linksOf(document)
        .map((link) => ({ ...link, own: ownPath(link.url, project.address) }))
        .filter(
          // The content model reports malformed addresses.
          ({ url, own }) =>
            own !== null ||
            (!isExternal(url) && !/^[a-z][\w+.-]*:|^#/iu.test(url) && linkAddressFault(url) === null),
        )
        .flatMap((link) => problemsOf(link, { document, known }, project)),
    );
  },
};

/** Attachments, which the magazine does not publish. */
const ATTACHMENT = /\.(?:pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|odp|zip|mp3|mp4|m4a|wav|mov)$/iu;

function problemsOf(
  { url, own, ...place }: WrittenLink & { own: string | null },
  { document, known }: { document: ContentDocument; known: ReadonlySet<string> },
  { root, documents }: Project,
): RuleProblem[] {
  const from = addressOf(document);
  const isArticle = document.kind === 'article';
  const path = new URL(own ?? url, `https://magazine${from}`).pathname;
  const isThere = isPublished(path, known, root);
  if (isThere && own !== null)
    return [
      {
        ...place,
        message: fr`Le lien « ${url} » passe par l’adresse complète du magazine`,
        remedy: fr`Écrivez « ${relativeAddress(from, path)} » : il mènera aussi à la page dans un aperçu`,
        severity: 'avertissement',
      },
    ];
  // Under a base path, « /contact/ » would lead outside the magazine.
  if (isThere && url.startsWith('/'))
    return [
      {
        ...place,
        message: fr`Le lien « ${url} » part de la racine du site`,
        remedy: fr`Écrivez « ${relativeAddress(from, path)} »`,
      },
    ];
  if (isThere) return [];
  const waiting = documents.find((document) => addressOf(document) === path);
  if (waiting)
    return [
      {
        ...place,
        message: fr`Le lien « ${url} » mène à un article qui n’est pas publié`,
        remedy: isArticle
          ? fr`La page montre son texte, sans lien, jusqu’à la publication de ${waiting.source.file}`
          : fr`Supprimez le lien, ou publiez ${waiting.source.file}`,
        ...(isArticle && { severity: 'avertissement', waits: true }),
      },
    ];
  if (ATTACHMENT.test(path))
    return [
      {
        ...place,
        message: fr`Le fichier « ${url} » ne peut pas être joint à un article`,
        remedy: fr`Mettez-le en ligne ailleurs, et écrivez son adresse « https://… »`,
      },
    ];
  const meant = known.has(`${path}/`) ? `${path}/` : nearest(path, known);
  return [
    {
      ...place,
      message: fr`Le lien « ${url} » ne mène à aucune page du magazine`,
      remedy: meant
        ? fr`Vouliez-vous dire « ${relativeAddress(from, meant)} » ?`
        : fr`Corrigez l’adresse, ou supprimez le lien`,
    },
  ];
}

function relativeAddress(from: string, to: string): string {
  const path = posix.relative(from, to) || '.';
  return to.endsWith('/') ? `${path}/` : path;
}
