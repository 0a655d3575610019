import type { Template } from '#routes.ts';
import { weighPage } from '#cli/built-site/weights.ts';
import { fr } from '#lib/typography/fr.ts';
import { counted } from '#lib/french.ts';
import { formatNumber } from '#lib/numbers.ts';
import { type Gate, type GateFault, within } from './gate.ts';
import type { Quality, WeightBudget } from './quality.ts';

const KILOBYTE = 1000;

/** The name of each part, and the remedy when it exceeds its budget. */
const PARTS: Readonly<Record<keyof WeightBudget, { name: string; unit: string; remedy: string }>> = {
  page: {
    name: 'HTML (sans le texte de l’article), styles et scripts',
    unit: 'ko',
    remedy: fr`Allégez le composant ajouté à cette page`,
  },
  scripts: { name: 'Scripts', unit: 'ko', remedy: fr`Supprimez ce script ou allégez-le` },
  fonts: { name: 'Polices', unit: 'ko', remedy: fr`Supprimez une graisse ou un jeu de caractères` },
  pictures: { name: 'Images', unit: 'ko', remedy: fr`Réduisez leur taille ou leur nombre` },
  requests: { name: 'Requêtes', unit: '', remedy: fr`Regroupez ou supprimez des fichiers` },
};

export const gate: Gate = {
  name: 'weight',
  title: 'Poids des pages',
  reads: 'site',
  judge({ root, base, pages }, { weight }) {
    const faults: GateFault[] = [];
    let heaviest = { file: '', share: 0, message: '' };
    const weighed = pages.filter(({ template }) => template !== 'redirection');
    for (const page of weighed) {
      const measured = weighPage(root, base, page);
      const parts: WeightBudget = {
        page: (measured.frame + measured.css + measured.js) / KILOBYTE,
        scripts: (measured.js + measured.inlineJs) / KILOBYTE,
        fonts: measured.fonts / KILOBYTE,
        pictures: measured.pictures / KILOBYTE,
        requests: measured.requests,
      };
      const budget = budgetOf(weight, page.template);
      for (const part of Object.keys(PARTS) as (keyof WeightBudget)[]) {
        const { name, unit, remedy } = PARTS[part];
        const message = fr`${name} : ${[rounded(parts[part]), unit].join(' ').trim()} pour un maximum de ${budget[part]}`;
        if (parts[part] > budget[part]) faults.push({ place: page.file, message, remedy });
        const share = parts[part] / budget[part];
        if (part === 'page' && share > heaviest.share) heaviest = { file: page.file, share, message };
      }
    }
    const measured = fr`${counted(weighed.length, 'page pesée', 'pages pesées')} ; la plus proche de son budget : ${heaviest.file} (${heaviest.message})`;
    return within(0, measured, faults);
  },
};

function budgetOf(budgets: Quality['weight'], template: Template): WeightBudget {
  const own = Object.entries(budgets[template] ?? {}).filter(([, most]) => most !== undefined);
  return { ...budgets.default, ...Object.fromEntries(own) };
}

function rounded(value: number): string {
  return formatNumber(Math.round(value * 10) / 10);
}
