import { parseFrenchNumber } from './numbers.ts';

/** The data of a chart: one label per row, one series per column. */
export interface ChartData {
  labels: string[];
  series: { name: string; values: number[] }[];
}

/**
 * Reads the cells of a table as chart data.
 *
 * @param header the column names; the first is that of the labels
 * @param rows the cells, with numbers in French notation
 * @param unit may follow the numbers
 * @throws Error in French when a cell is not a number
 */
export function readChartData(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  unit: string,
): ChartData {
  if (header.length < 2 || rows.length === 0) {
    throw new Error('Un graphique nécessite un tableau d’au moins deux colonnes et une ligne de nombres');
  }
  const labels = rows.map(([label = '']) => label);
  const series = header.slice(1).map((name, column) => ({
    name,
    values: rows.map((row) => {
      const cell = row[column + 1] ?? '';
      const value = parseFrenchNumber(cell, unit);
      if (value === null)
        throw new Error(`« ${cell} » n’est pas un nombre (ligne « ${row[0] ?? ''} », colonne « ${name} »)`);
      return value;
    }),
  }));
  return { labels, series };
}
