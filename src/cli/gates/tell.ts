import { fr } from '#lib/typography/fr.ts';
import { counted } from '#lib/french.ts';
import type { Gate, GateFault, Verdict } from './gate.ts';

/** Enough to see what is wrong. */
const MOST_FAULTS = 20;
/** A fault of what every page shares is told once, with a few of its pages. */
const MOST_PLACES = 3;

interface FaultGroup {
  places: readonly string[];
  message: string;
  remedy: string;
}

/** What a terminal shows of a gate. */
export function tellVerdict({ title }: Gate, { passed, measured, faults }: Verdict): string {
  const { shown, left } = passed ? { shown: [], left: 0 } : readOut(faults);
  return [
    `${passed ? '✓' : '✗'} ${title} · ${measured}`,
    ...shown.flatMap(({ places, message, remedy }) => [
      `  ${placesOf(places)}`,
      `    ${message}`,
      `    → ${remedy}`,
    ]),
    ...(left > 0 ? [fr`  … et ${counted(left, 'autre faute', 'autres fautes')}`] : []),
  ].join('\n');
}

/** The same for the summary of a proposal, in GitHub's Markdown. What pages say stays text. */
export function summarise(verdicts: readonly (readonly [Gate, Verdict])[]): string {
  const rows = verdicts.map(
    ([{ title }, { passed, measured }]) =>
      `| ${passed ? '✅' : '❌'} | ${inert(title)} | ${inert(measured)} |`,
  );
  const refused = verdicts.filter(([, { passed }]) => !passed);
  const details = refused.flatMap(([{ title }, { faults }]) => [
    `### ${inert(title)}`,
    '',
    ...readOut(faults).shown.map(
      ({ places, message, remedy }) => `- ${inert(placesOf(places))} : ${inert(message)} → ${inert(remedy)}`,
    ),
    '',
  ]);
  const verdict =
    refused.length === 0
      ? fr`Tous les budgets sont respectés.`
      : fr`${counted(refused.length, 'contrôle refuse', 'contrôles refusent')} cette proposition.`;
  const table = ['| | Contrôle | Mesure |', '| --- | --- | --- |', ...rows];
  return ['## Contrôles', '', verdict, '', ...table, '', ...details].join('\n');
}

/** Faults that say the same are one, in the order of the first of each. */
function readOut(faults: readonly GateFault[]): { shown: FaultGroup[]; left: number } {
  const groups = Object.values(Object.groupBy(faults, ({ message, remedy }) => `${message}\n${remedy}`));
  const told = groups.flatMap((same = []) =>
    same[0] ? [{ ...same[0], places: [...new Set(same.map(({ place }) => place))] }] : [],
  );
  return { shown: told.slice(0, MOST_FAULTS), left: Math.max(0, told.length - MOST_FAULTS) };
}

function placesOf(places: readonly string[]): string {
  const named = places.slice(0, MOST_PLACES).join(', ');
  const left = places.length - MOST_PLACES;
  return left > 0 ? fr`${named} et ${counted(left, 'autre')}` : named;
}

function inert(text: string): string {
  return text
    .replace(/\s*\n\s*/gu, ' ')
    .replace(/[\\`*_[\]()|~@!]/gu, '\\$&')
    .replace(/[&<>]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}
