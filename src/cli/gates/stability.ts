import { fr } from '#lib/typography/fr.ts';
import { counted } from '#lib/french.ts';
import { type Gate, type GateFault, within } from './gate.ts';

export const gate: Gate = {
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
    return within(
      0,
      fr`${counted(seen.length, 'visite')}, une page par gabarit, sur mobile et sur ordinateur ; ${most.toFixed(3)} au maximum`,
      faults,
    );
  },
};
