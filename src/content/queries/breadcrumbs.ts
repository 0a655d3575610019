import { formatMonth } from '#lib/dates.ts';
import { strings } from '#strings/site.ts';
import { addresses } from './addresses.ts';
import type { ArchivePeriod } from './lists.ts';
import type { Category } from './taxonomy.ts';

export interface Crumb {
  label: string;
  href: string;
}

/** The breadcrumb from the home page to a category, included. */
export function categoryCrumbs(category: Category | null): Crumb[] {
  const above = category?.parent ? categoryCrumbs(category.parent) : [homeCrumb()];
  return category ? [...above, { label: category.name, href: category.href }] : above;
}

export function homeCrumb(): Crumb {
  return { label: strings.home, href: addresses.home };
}

export function tagsCrumb(): Crumb {
  return { label: strings.tags.title, href: addresses.tags };
}

/** The name of a period: « juin 2024 », or « 2024 » for a whole year. */
export function periodLabel({ year, month }: ArchivePeriod): string {
  return month ? `${formatMonth(Number(month))} ${year}` : year;
}

/** The breadcrumb from the home page to the parent of a period. */
export function archiveCrumbs({ year, month }: ArchivePeriod): Crumb[] {
  const above = [homeCrumb(), { label: strings.archives.title, href: addresses.archives }];
  return month ? [...above, { label: year, href: addresses.archive([year]) }] : above;
}
