import { counted } from '#lib/french.ts';
import { escapeMarkdown } from '#lib/html/escape-markdown.ts';
import { fr } from '#lib/typography/fr.ts';
import type { Gate, GateFault, Verdict } from './gate.ts';

const MAX_FAULTS = 20;
/** Number of pages named in a fault that several pages share. */
const MAX_PLACES = 3;

/** Formats the verdict of a gate for a terminal. */
export function formatVerdict({ title }: Gate, { passed, measured, faults }: Verdict): string {
  const groups = passed ? [] : groupFaults(faults);
  const left = groups.length - MAX_FAULTS;
  return [
    `${passed ? '✓' : '✗'} ${title} · ${measured}`,
    ...groups
      .slice(0, MAX_FAULTS)
      .flatMap(({ place, message, remedy }) => [`  ${place}`, `    ${message}`, `    → ${remedy}`]),
    ...(left > 0 ? [fr`  … et ${counted(left, 'autre faute', 'autres fautes')}`] : []),
  ].join('\n');
}

/** Formats all verdicts in Markdown, for the summary of a workflow run. */
export function formatSummary(verdicts: readonly (readonly [Gate, Verdict])[]): string {
  const rows = verdicts.map(
    ([{ title }, { passed, measured }]) =>
      `| ${passed ? '✅' : '❌'} | ${escapeMarkdown(title)} | ${escapeMarkdown(measured)} |`,
  );
  const failed = verdicts.filter(([, { passed }]) => !passed);
  const details = failed.flatMap(([{ title }, { faults }]) => [
    `### ${escapeMarkdown(title)}`,
    '',
    ...groupFaults(faults)
      .slice(0, MAX_FAULTS)
      .map(
        ({ place, message, remedy }) =>
          `- ${escapeMarkdown(place)} : ${escapeMarkdown(message)} → ${escapeMarkdown(remedy)}`,
      ),
    '',
  ]);
  const result =
    failed.length === 0
      ? fr`Tous les budgets sont respectés.`
      : fr`${counted(failed.length, 'contrôle refuse', 'contrôles refusent')} cette proposition.`;
  const table = ['| | Contrôle | Mesure |', '| --- | --- | --- |', ...rows];
  return ['## Contrôles', '', result, '', ...table, '', ...details].join('\n');
}

/** Groups faults with the same message, in the order of the first of each group. */
function groupFaults(faults: readonly GateFault[]): GateFault[] {
  const groups = Map.groupBy(faults, ({ message, remedy }) => `${message}\n${remedy}`);
  return [...groups.values()].flatMap((group) => {
    const places = [...new Set(group.map(({ place }) => place))];
    const named = places.slice(0, MAX_PLACES).join(', ');
    const left = places.length - MAX_PLACES;
    const place = left > 0 ? fr`${named} et ${counted(left, 'autre')}` : named;
    return group.slice(0, 1).map((fault) => ({ ...fault, place }));
  });
}
