/** The dates in an article's front matter. */
export interface ArticleDates {
  publishedAt: Date;
  updatedAt?: Date | undefined;
  corrections: readonly { date: Date }[];
}

/** Returns when an article last changed for readers: the latest of its publication, update and corrections. */
export function lastChange({ publishedAt, updatedAt, corrections }: ArticleDates): Date {
  const times = [publishedAt, updatedAt ?? publishedAt, ...corrections.map(({ date }) => date)];
  return new Date(Math.max(...times.map((date) => date.getTime())));
}
