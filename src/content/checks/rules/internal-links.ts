import { posix } from 'node:path';
import { linkAddressFault } from '#lib/html/link-address.ts';
import { nearest } from '#lib/nearest.ts';
import { isExternal, linksOf, ownPath, type WrittenLink } from '#content/checks/project/links.ts';
import type { ContentDocument, Project } from '#content/checks/project/project.ts';
import { defineRule, type RuleReport } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';
import { addressOf, isPublished, listAddresses } from '#content/checks/project/published-addresses.ts';

export const rule = defineRule({
  name: 'liens internes',
  description: 'Un lien vers le magazine mène à une page publiée, par une adresse relative.',
  example: '[la charte](../charte/)',
  severity: 'erreur',
  checkProject(project, reportIn) {
    const known = listAddresses(project);
    for (const document of project.documents)
      for (const link of linksOf(document)) {
        const own = ownPath(link.url, project.address);
        const isRelative = !isExternal(link.url) && !/^[a-z][\w+.-]*:|^#/iu.test(link.url);
        // Malformed addresses are skipped, because the rule « modèle » reports them.
        if (own !== null || (isRelative && linkAddressFault(link.url) === null))
          checkLink({ ...link, own }, document, known, project, reportIn(document.source.file));
      }
  },
});

/** Files beside an article that are not pictures: the magazine does not publish them. */
const ATTACHMENT = /\.(?:pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|odp|zip|mp3|mp4|m4a|wav|mov)$/iu;

function checkLink(
  { url, own, ...place }: WrittenLink & { own: string | null },
  document: ContentDocument,
  known: ReadonlySet<string>,
  { root, documents }: Project,
  report: RuleReport,
): void {
  const from = addressOf(document);
  const path = new URL(own ?? url, `https://magazine${from}`).pathname;
  if (isPublished(path, known, root)) {
    if (own !== null)
      report(
        place,
        fr`Le lien « ${url} » passe par l’adresse complète du magazine`,
        fr`Écrivez « ${relativeAddress(from, path)} » : il mènera aussi à la page dans un aperçu`,
        { severity: 'avertissement' },
      );
    // Refused, because « /contact/ » would lead outside a magazine that is published under a base path.
    else if (url.startsWith('/'))
      report(
        place,
        fr`Le lien « ${url} » part de la racine du site`,
        fr`Écrivez « ${relativeAddress(from, path)} »`,
      );
    return;
  }
  const waiting = documents.find((other) => addressOf(other) === path)?.source;
  const meant = known.has(`${path}/`) ? `${path}/` : nearest(path, known);
  if (waiting && document.kind === 'article')
    report(
      place,
      fr`Le lien « ${url} » mène à un article qui n’est pas publié`,
      fr`La page montre son texte, sans lien, jusqu’à la publication de ${waiting.file}`,
      { severity: 'avertissement', waits: true },
    );
  else if (waiting)
    report(
      place,
      fr`Le lien « ${url} » mène à un article qui n’est pas publié`,
      fr`Supprimez le lien, ou publiez ${waiting.file}`,
    );
  else if (ATTACHMENT.test(path))
    report(
      place,
      fr`Le fichier « ${url} » ne peut pas être joint à un article`,
      fr`Mettez-le en ligne ailleurs, et écrivez son adresse « https://… »`,
    );
  else
    report(
      place,
      fr`Le lien « ${url} » ne mène à aucune page du magazine`,
      meant
        ? fr`Vouliez-vous dire « ${relativeAddress(from, meant)} » ?`
        : fr`Corrigez l’adresse, ou supprimez le lien`,
    );
}

function relativeAddress(from: string, to: string): string {
  const path = posix.relative(from, to) || '.';
  return to.endsWith('/') ? `${path}/` : path;
}
