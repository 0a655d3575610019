/** The dates of an article that its front matter tells. */
export interface ArticleDates {
  publishedAt: Date;
  updatedAt?: Date | undefined;
  corrections: readonly { date: Date }[];
}

/** When an article last changed for its readers: published, updated or corrected. */
export function lastChange({ publishedAt, updatedAt, corrections }: ArticleDates): Date {
  const times = [publishedAt, updatedAt ?? publishedAt, ...corrections.map(({ date }) => date)];
  return new Date(Math.max(...times.map((date) => date.getTime())));
}
