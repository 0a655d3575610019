import { strings } from '#strings.ts';
import { addresses } from './addresses.ts';
import type { Category } from './taxonomy.ts';

export interface Crumb {
  label: string;
  href: string;
}

/** From the home page down to a category, that category included. */
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
