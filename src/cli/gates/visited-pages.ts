import { fr } from '#lib/typography/fr.ts';
import { counted } from '#lib/french.ts';
import { type Gate, type GateFault, within } from './gate.ts';

/** The gates that judge what a browser finds in one page of each template. */
export const accessibility: Gate = {
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
    const wide = seen
      .filter(({ overflow }) => overflow > 0)
      .map(({ page, scheme, overflow }): GateFault => ({
        place: fr`${page.file} (${scheme})`,
        message: fr`La page est plus large que l’écran de ${counted(overflow, 'pixel')} : elle défile de côté`,
        remedy: fr`Laissez ce contenu passer à la ligne, ou défiler dans son propre cadre`,
      }));
    const measured = fr`${counted(seen.length, 'visite')}, une page par gabarit, en clair et en sombre`;
    return within(accessibility.findings, measured, [...faults, ...wide]);
  },
};

export const stability: Gate = {
  name: 'stability',
  title: 'Stabilité de l’affichage',
  reads: 'site',
  async judge({ visits }, { stability }) {
    const seen = await visits();
    const faults = seen
      .filter(({ layoutShift }) => layoutShift > stability.layoutShift)
      .map(({ page, scheme, layoutShift, moved }): GateFault => ({
        place: fr`${page.file} (${scheme})`,
        message: fr`L’affichage se décale pendant le chargement : ${layoutShift.toFixed(3)} pour un maximum de ${stability.layoutShift} (${moved.join(', ')})`,
        remedy: fr`Réservez la place des éléments chargés après le texte`,
      }));
    const most = Math.max(...seen.map(({ layoutShift }) => layoutShift));
    const measured = fr`${counted(seen.length, 'visite')}, une page par gabarit, sur mobile et sur ordinateur ; ${most.toFixed(3)} au maximum`;
    return within(0, measured, faults);
  },
};
