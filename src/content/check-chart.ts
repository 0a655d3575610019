import { parseFrenchNumber } from '#lib/numbers.ts';
import type { Report } from './check-body.ts';
import { textOf, type TreeNode } from './mdx-tree.ts';

/** Checks that a chart holds one table, and that its cells hold numbers but for the first of each row. */
export function checkChart(chart: TreeNode, report: Report): void {
  const [table, another] = (chart.children ?? []).filter(({ type }) => type === 'table');
  const [header, ...rows] = table?.children ?? [];
  const columns = header?.children?.length ?? 0;
  if (!table || another || rows.length === 0 || columns < 2) {
    report(
      another ?? chart,
      'Un graphique contient un tableau, et un seul',
      'Écrivez-le avec « | » : une ligne de noms, une ligne « | --- | --- | », puis les nombres',
    );
    return;
  }
  for (const row of rows) {
    for (let column = 1; column < columns; column += 1) {
      const cell = row.children?.[column];
      const written = cell ? textOf(cell).trim() : '';
      if (parseFrenchNumber(written) !== null) continue;
      report(
        cell ?? row,
        written ? `« ${written} » n’est pas un nombre` : 'Il manque un nombre à cette ligne',
        'Écrivez un nombre, par exemple « 15,4 » : l’unité est dans « unite »',
      );
    }
  }
}
