import { getCollection } from 'astro:content';
import { typeset } from '#lib/typography/typeset.ts';
import { pathOf, ROUTES } from '#routes.ts';
import { strings } from '#strings/site.ts';
import { absolute, addresses } from './addresses.ts';
import { type FeedLinks, feedLinks } from './feed-links.ts';
import { lazy } from '#lib/lazy.ts';
import type { SocialCard } from '#model/social-card.ts';

export interface Category {
  slug: string;
  name: string;
  description: string;
  /** The name of its colour. */
  accent: string;
  href: string;
  /** Slugs, from the section to the category. */
  path: string[];
  picture: SocialCard;
  feed: FeedLinks;
  /** The section it belongs to; `null` for a section. */
  parent: Category | null;
  /** Its sub-sections, in order; none for a sub-section. */
  children: Category[];
}

export interface Tag {
  slug: string;
  name: string;
  /** The title of the tag's page: a short name when the name is long. */
  label: string;
  aliases: string[];
  href: string;
}

export interface Author {
  slug: string;
  name: string;
  description: string;
  collective: boolean;
  href: string;
  url: string | null;
}

/** All categories by slug: first the sections, then the sub-sections, both in their own order. */
export const getCategories = lazy(async (): Promise<ReadonlyMap<string, Category>> => {
  const entries = (await getCollection('categories')).sort((a, b) => a.data.order - b.data.order);
  const categories = new Map<string, Category>();
  const add = ({ id, data }: (typeof entries)[number], parent: Category | null) => {
    const path = parent ? [parent.slug, id] : [id];
    const name = typeset(data.name);
    const category: Category = {
      slug: id,
      name,
      description: typeset(data.description),
      accent: data.accent,
      href: addresses.category(path),
      path,
      picture: {
        url: absolute(addresses.socialCard(pathOf(ROUTES.category, ...path))),
        alt: strings.socialCard.category(name),
      },
      feed: feedLinks(name, pathOf(ROUTES.category, ...path)),
      parent,
      children: [],
    };
    parent?.children.push(category);
    categories.set(id, category);
  };
  for (const entry of entries) if (!entry.data.parent) add(entry, null);
  for (const entry of entries) {
    const parent = entry.data.parent && categories.get(entry.data.parent);
    if (parent) add(entry, parent);
  }
  return categories;
});

/** All tags by every name that articles may cite, aliases included. */
export const getTagsByName = lazy(async (): Promise<ReadonlyMap<string, Tag>> => {
  const entries = await getCollection('tags');
  return new Map(
    entries.flatMap(({ id, data }) => {
      const tag = {
        slug: id,
        name: typeset(data.name),
        label: typeset(data.label ?? data.name),
        aliases: data.aliases.map(typeset),
        href: addresses.tag(id),
      };
      return [data.name, ...data.aliases].map((name): [string, Tag] => [name, tag]);
    }),
  );
});

/** All authors by slug. */
export const getAuthors = lazy(async (): Promise<ReadonlyMap<string, Author>> => {
  const entries = await getCollection('authors');
  return new Map(
    entries.map(({ id, data }) => [
      id,
      {
        slug: id,
        name: typeset(data.name),
        description: typeset(data.description),
        collective: data.kind === 'organisation',
        href: addresses.author(id),
        url: data.url ?? null,
      },
    ]),
  );
});
