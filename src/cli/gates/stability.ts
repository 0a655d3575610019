import { say } from '#cli/say.ts';
import { counted } from '#lib/french.ts';
import { type Gate, type GateFault, within } from './gate.ts';

export const gate: Gate = {
  name: 'stability',
  title: 'Pages qui ne bougent pas',
  reads: 'site',
  async judge({ visits }, { stability }) {
    const seen = await visits();
    const faults = seen
      .filter(({ layoutShift }) => layoutShift > stability.layoutShift)
      .map(({ page, scheme, layoutShift, moved }): GateFault => ({
        place: say`${page.file} (${scheme})`,
        message: say`La page bouge pendant qu’elle se charge : ${layoutShift.toFixed(3)} pour ${stability.layoutShift} permis (${moved.join(', ')})`,
        remedy: say`Réservez la place de ce qui arrive après le texte`,
      }));
    const most = Math.max(...seen.map(({ layoutShift }) => layoutShift));
    return within(
      0,
      say`${counted(seen.length, 'visite')}, une page par gabarit, au téléphone et à l’ordinateur ; ${most.toFixed(3)} au plus`,
      faults,
    );
  },
};
