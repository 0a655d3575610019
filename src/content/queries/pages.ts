import { type CollectionEntry, getCollection, render } from 'astro:content';
import { typeset } from '#lib/typography/typeset.ts';
import type { PageRole } from '#model/page-schema.ts';
import { addresses } from './addresses.ts';
import { showDate, type ShownDate } from './articles.ts';
import { lazy } from '#lib/lazy.ts';

/** A link to one of the magazine's own pages. */
export interface PageLink {
  slug: string;
  title: string;
  href: string;
  role: PageRole | null;
}

export interface MagazinePage extends PageLink {
  description: string;
  updatedAt: ShownDate | null;
  Content: Awaited<ReturnType<typeof render>>['Content'];
}

const getEntries = lazy(async () =>
  (await getCollection('pages')).sort((a, b) => a.data.order - b.data.order || a.id.localeCompare(b.id)),
);

/** The magazine's own pages, in the order of the footer. */
export const getPageLinks = lazy(async (): Promise<PageLink[]> => (await getEntries()).map(linkOf));

/** Every page of the magazine itself, as `getStaticPaths` returns it. */
export async function getMagazinePages() {
  return (await getEntries()).map((entry) => ({
    params: { page: entry.id },
    props: { load: () => loadPage(entry) },
  }));
}

function linkOf({ id, data }: CollectionEntry<'pages'>): PageLink {
  return { slug: id, title: typeset(data.title), href: addresses.page(id), role: data.role ?? null };
}

async function loadPage(entry: CollectionEntry<'pages'>): Promise<MagazinePage> {
  const { Content } = await render(entry);
  const { description, updatedAt } = entry.data;
  return {
    ...linkOf(entry),
    description: typeset(description),
    updatedAt: updatedAt ? showDate(updatedAt) : null,
    Content,
  };
}
