import { type BuiltPage, parsePage } from '#cli/built-site/pages.ts';
import { fr } from '#lib/typography/fr.ts';
import { type Gate, type GateFault, readAndVisited, within } from './gate.ts';

/** Keywords that a strict policy must not contain. */
const UNSAFE = ["'unsafe-inline'", "'unsafe-eval'"];

export const gate: Gate = {
  name: 'policy',
  title: 'Politique de sécurité du contenu',
  reads: 'site',
  async judge({ root, pages, visits }, { policy }) {
    const written = pages.flatMap((page) => policyFaults(root, page));
    const seen = await visits();
    const violations: GateFault[] = seen.flatMap(({ page, scheme, violations: found }) =>
      found.map((violation) => ({
        place: fr`${page.file} (${scheme})`,
        message: fr`La page enfreint sa politique : ${violation}`,
        remedy: fr`Supprimez ce que la politique refuse, ou autorisez-le précisément`,
      })),
    );
    return within(policy.violations, readAndVisited(pages, seen), [...written, ...violations]);
  },
};

function policyFaults(root: string, { file }: BuiltPage): GateFault[] {
  const metas = [...parsePage(root, file).querySelectorAll('meta')];
  const isPolicy = (meta: Element) =>
    /^content-security-policy$/iu.test(meta.getAttribute('http-equiv') ?? '');
  const content = metas.find(isPolicy)?.getAttribute('content') ?? '';
  const remedy = fr`Chaque page part de « default-src 'none' » et n’autorise que ce qu’elle affiche`;
  if (!content.includes("default-src 'none'"))
    return [{ place: file, message: fr`La page n’a pas de politique stricte`, remedy }];
  return UNSAFE.filter((word) => content.includes(word)).map((word) => ({
    place: file,
    message: fr`La politique de la page autorise ${word}`,
    remedy,
  }));
}
