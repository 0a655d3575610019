const RELATIVE_UNITS = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['week', 7 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** « il y a 3 jours », « hier », « à l’instant »; a future date counts as now. */
export function relativeTime(date: Date, now: Date): string {
  const seconds = Math.max(0, (now.getTime() - date.getTime()) / 1000);
  const [unit, length] = RELATIVE_UNITS.find(([, size]) => seconds >= size) ?? [];
  if (!unit) return 'à l’instant';
  return new Intl.RelativeTimeFormat('fr', { numeric: 'auto' }).format(-Math.floor(seconds / length), unit);
}
