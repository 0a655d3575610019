import { shorten } from '#lib/typography/shorten.ts';
import { strings } from '#strings/site.ts';
import { getTagCloud } from './tag-cloud.ts';
import { getArchiveYears } from './lists.ts';
import { getCategories } from './taxonomy.ts';

/** A filter or sort order of the search; `name` is its parameter in the address. */
export interface SearchChoice {
  name: 'rubrique' | 'etiquette' | 'annee' | 'tri';
  label: string;
  /** The first option is the default. */
  options: readonly { value: string; label: string }[];
}

const LONGEST_LABEL = 48;

/** Returns every filter of the search, in the order of its form. */
export async function getSearchChoices(): Promise<SearchChoice[]> {
  const [categories, tags, years] = await Promise.all([getCategories(), getTagCloud(), getArchiveYears()]);
  const sections = [...categories.values()].filter(({ parent }) => parent === null);
  const { search } = strings;
  return [
    {
      name: 'rubrique',
      label: search.section,
      options: [
        { value: '', label: search.allSections },
        ...sections.flatMap((section) => [
          { value: section.slug, label: section.name },
          // No-break spaces indent the sub-section, because options cannot be styled.
          ...section.children.map(({ slug, name }) => ({ value: slug, label: `\u00A0\u00A0\u00A0${name}` })),
        ]),
      ],
    },
    {
      name: 'etiquette',
      label: search.tag,
      options: [
        { value: '', label: search.allTags },
        ...tags.map(({ slug, name }) => {
          const { shown, rest } = shorten(name, LONGEST_LABEL);
          return { value: slug, label: rest ? `${shown}…` : shown };
        }),
      ],
    },
    {
      name: 'annee',
      label: search.year,
      options: [
        { value: '', label: search.allYears },
        ...years.map(({ year }) => ({ value: year, label: year })),
      ],
    },
    {
      name: 'tri',
      label: search.order,
      options: [
        { value: '', label: search.orders.pertinence },
        { value: 'recents', label: search.orders.recents },
        { value: 'anciens', label: search.orders.anciens },
      ],
    },
  ];
}
