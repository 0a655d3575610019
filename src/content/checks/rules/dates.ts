import { DAY } from '#lib/durations.ts';
import { formatDate } from '#lib/dates.ts';
import type { ContentDocument } from '#content/checks/project/project.ts';
import { defineRule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

export const rule = defineRule({
  name: 'dates',
  description:
    'Aucune date n’est à venir, sauf celle d’un article programmé ; une mise à jour ou une correction est postérieure à la publication.',
  example: 'publishedAt: 2062-06-21',
  severity: 'avertissement',
  checkDocument(document, report, { now }) {
    for (const { path, date, what, publishedAt = date } of datesOf(document)) {
      if (date <= now && date >= publishedAt) continue;
      const isPublication = path[0] === 'publishedAt';
      report(
        document.fields.placeOfValue(path),
        date > now
          ? fr`${what}, le ${formatDate(date)}, est à venir`
          : fr`${what}, le ${formatDate(date)}, précède la publication`,
        isPublication
          ? fr`L’article ne sera pas publié d’ici là : corrigez la date si ce n’est pas voulu`
          : fr`Corrigez la date`,
        // An article scheduled for the next 24 hours gets a note, because a warning would fail the quality gates.
        { severity: isPublication && date.getTime() <= now.getTime() + DAY ? 'note' : undefined },
      );
    }
  },
});

interface WrittenDate {
  path: readonly PropertyKey[];
  date: Date;
  what: string;
  /** The publication date, if this date must not come before it. */
  publishedAt?: Date;
}

function datesOf({ article, page }: ContentDocument): WrittenDate[] {
  const update = (date: Date | undefined): WrittenDate[] =>
    date ? [{ path: ['updatedAt'], date, what: 'La mise à jour' }] : [];
  if (!article) return update(page?.updatedAt);
  const { publishedAt, updatedAt, corrections, sources } = article;
  return [
    { path: ['publishedAt'], date: publishedAt, what: 'La publication' },
    ...update(updatedAt).map((written) => ({ ...written, publishedAt })),
    ...corrections.map(({ date }, index) => ({
      path: ['corrections', index, 'date'],
      date,
      what: 'La correction',
      publishedAt,
    })),
    ...sources.flatMap(({ date }, index) =>
      date ? [{ path: ['sources', index, 'date'], date: new Date(date), what: 'La source' }] : [],
    ),
  ];
}
