import { fr } from '#lib/typography/fr.ts';
import { counted } from '#lib/french.ts';
import { type Gate, type GateFault, within } from './gate.ts';

export const gate: Gate = {
  name: 'accessibility',
  title: 'Accessibilité (axe)',
  reads: 'site',
  async judge({ visits }, { accessibility }) {
    const seen = await visits();
    const faults: GateFault[] = seen.flatMap(({ page, scheme, accessibility: findings }) =>
      findings.map(({ rule, help, target }) => ({
        place: fr`${page.file} (${scheme})`,
        message: fr`${help} [${rule}] : ${target}`,
        remedy: fr`Corrigez cet élément dans le composant ou le texte qui le produit`,
      })),
    );
    return within(
      accessibility.findings,
      fr`${counted(seen.length, 'visite')}, une page par gabarit, en clair et en sombre`,
      faults,
    );
  },
};
