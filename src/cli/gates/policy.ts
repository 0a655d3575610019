import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import type { BuiltPage } from '#cli/built-site/pages.ts';
import { fr } from '#lib/typography/fr.ts';
import { counted } from '#lib/french.ts';
import { type Gate, type GateFault, within } from './gate.ts';

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
    const measured = fr`${counted(pages.length, 'page lue', 'pages lues')}, ${counted(seen.length, 'visite')} dans un navigateur`;
    return within(policy.violations, measured, [...written, ...violations]);
  },
};

function policyFaults(root: string, { file }: BuiltPage): GateFault[] {
  const { document } = parseHTML(readFileSync(join(root, file), 'utf8'));
  const metas = [...document.querySelectorAll('meta')];
  const written = metas.find((meta) =>
    /^content-security-policy$/iu.test(meta.getAttribute('http-equiv') ?? ''),
  );
  const content = written?.getAttribute('content') ?? '';
  const remedy = fr`Chaque page part de « default-src 'none' » et n’autorise que ce qu’elle affiche`;
  if (!content.includes("default-src 'none'"))
    return [{ place: file, message: fr`La page n’a pas de politique stricte`, remedy }];
  return UNSAFE.filter((word) => content.includes(word)).map((word) => ({
    place: file,
    message: fr`La politique de la page autorise ${word}`,
    remedy,
  }));
}
