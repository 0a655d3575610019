import { parseFrenchNumber } from '#lib/numbers.ts';
import type { Report } from './report.ts';
import { textOf, type TreeNode } from '#content/files/mdx-tree.ts';

/** The number of colours that the charts' styles define. */
const MAX_SERIES = 3;
/** Node types allowed in a cell: the chart is drawn from the text of its cells, so other markup would be lost. */
const IN_CELLS = new Set(['text', 'strong', 'emphasis']);

/** Checks that a chart contains one table, with a label in the first cell of each row and numbers in the others. */
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
  if (columns > MAX_SERIES + 1)
    report(
      header ?? chart,
      `Un graphique affiche ${MAX_SERIES} séries au maximum`,
      'Supprimez des colonnes, ou faites-en deux graphiques',
    );
  const unit = chart.attributes?.find(({ name }) => name === 'unite')?.value;
  const labels = new Set<string>();
  for (const row of rows) {
    checkLabel(row, labels, report);
    for (let column = 1; column < columns; column += 1)
      checkCell(row.children?.[column] ?? null, row, typeof unit === 'string' ? unit : '', report);
  }
}

function checkLabel(row: TreeNode, labels: Set<string>, report: Report): void {
  const [cell] = row.children ?? [];
  const label = cell ? textOf(cell).trim() : '';
  if (label === '')
    report(row, 'Cette ligne du graphique n’a pas de nom', 'Écrivez-le dans sa première case');
  else if (labels.has(label))
    report(row, `Deux lignes du graphique s’appellent « ${label} »`, 'Donnez à chacune son nom');
  labels.add(label);
}

function checkCell(cell: TreeNode | null, row: TreeNode, unit: string, report: Report): void {
  const written = cell ? textOf(cell).trim() : '';
  if (cell && holdsOnlyWords(cell) && parseFrenchNumber(written, unit) !== null) return;
  report(
    cell ?? row,
    written ? `« ${written} » n’est pas un nombre` : 'Il manque un nombre à cette ligne',
    'Écrivez un nombre seul, par exemple « 15,4 » ou « 1 234,5 » : l’unité est dans « unite »',
  );
}

function holdsOnlyWords({ children = [] }: TreeNode): boolean {
  return children.every((child) => IN_CELLS.has(child.type) && holdsOnlyWords(child));
}
