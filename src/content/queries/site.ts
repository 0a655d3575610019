import { getEntry } from 'astro:content';
import { formatDate } from '#lib/dates.ts';
import { formatCompactNumber } from '#lib/numbers.ts';
import { type Palette, paletteOf } from '#lib/palette.ts';
import { DEFAULT_FONTS, type FontChoice } from '#lib/packaged-fonts.ts';
import type { CrawlerPolicy } from '#lib/well-known/robots.ts';
import { typeset } from '#lib/typography/typeset.ts';
import { strings } from '#strings/site.ts';
import { absolute, addresses } from './addresses.ts';
import { type FeedLinks, feedLinks } from './feed-links.ts';
import { commentService, type Discussion } from './comment-service.ts';
import { offlineReading } from '#content/files/offline.ts';
import { lazy } from '#lib/lazy.ts';
import { getPageLinks, type PageLink } from './pages.ts';
import type { PageRole } from '#model/page-schema.ts';
import type { FollowNetwork, SiteFile } from '#model/site-schema.ts';
import { readSiteDrawing } from '#content/files/site-look.ts';
import { inlineMark } from '#images/site-mark.ts';
import { readPublication } from '#content/files/publication.ts';
import type { SocialCard } from '#model/social-card.ts';
import { type Category, getCategories } from './taxonomy.ts';

export interface NavigationItem {
  label: string;
  href: string;
  /** Slug of the section. */
  slug: string;
}

export interface FollowCard {
  title: string;
  text: string;
  /** Whether the accounts and the numbers are examples. */
  isExample: boolean;
  /** « 1er novembre 2026 »; `null` for examples, and without networks. */
  countedOn: string | null;
  networks: {
    network: FollowNetwork;
    url: string;
    /** « 4,6 M+ » */
    followers: string;
  }[];
}

/** The licence of texts and pictures. */
export interface Licence {
  /** « CC BY-SA 4.0 » */
  name: string;
  url: string;
}

/** The magazine's logo, shown in place of its name. */
export interface SiteMark {
  /** Path of the drawing from the project's folder. */
  file: string;
  digest: string;
  /** The drawing, to insert in a page. */
  svg: string;
}

/** The address of the page for each role, such as « contact » or « corrections ». */
export type PageRoles = Partial<Record<PageRole, string>>;

/** Addresses of the magazine's icons. */
export interface SiteIcons {
  drawn: string;
  small: string;
  touch: string;
  manifest: string;
}

export interface Site {
  name: string;
  tagline: string;
  description: string;
  /** `null` when all rights are reserved. */
  licence: Licence | null;
  /** The licence in one line, for feeds. */
  rights: string;
  palette: Palette;
  fonts: FontChoice;
  /** `null` when the name of the magazine is shown instead. */
  mark: SiteMark | null;
  home: string;
  /** Address of the search page. */
  search: string;
  navigation: NavigationItem[];
  /** The main sections, with their sub-sections. */
  sections: Category[];
  /** The magazine's own pages, in the order of the footer. */
  pages: PageLink[];
  /** Addresses of the pages by role; a role without a page is missing. */
  roles: PageRoles;
  /** The social card of pages without one of their own. */
  picture: SocialCard;
  /** `null` without a follow card. */
  follow: FollowCard | null;
  /** Whether the most used tags are shown beside articles. */
  tagCloud: boolean;
  feed: FeedLinks;
  icons: SiteIcons;
  /** `null` in a magazine without comments. */
  discussion: Discussion | null;
  /** What AI crawlers may do with the texts. */
  crawlers: CrawlerPolicy;
  /** Address of the reading list; `null` when offline reading is off. */
  readingList: string | null;
  /** Whether this is the editors' preview, with drafts. */
  preview: boolean;
}

/**
 * Returns the identity of the magazine.
 *
 * @throws Error when content/site.yaml is missing
 */
export const getSite = lazy(async (): Promise<Site> => {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('content/site.yaml manque');
  const { name, tagline, description, licence, navigation, crawlers, tagCloud, offline } = entry.data;
  const [categories, pages] = await Promise.all([getCategories(), getPageLinks()]);
  const roles = rolesOf(pages);
  return {
    name,
    tagline: typeset(tagline),
    description: typeset(description),
    licence: licence ?? null,
    rights: licence ? strings.rights.licensed(name, licence) : strings.rights.reserved(name),
    palette: paletteOf(entry.data.colours),
    fonts: entry.data.fonts ?? DEFAULT_FONTS,
    mark: readMark(entry.data.mark),
    home: addresses.home,
    search: addresses.search,
    navigation: navigation.map(({ category, label }) => ({
      label: typeset(label),
      href: categories.get(category)?.href ?? addresses.home,
      slug: category,
    })),
    sections: [...categories.values()].filter(({ parent }) => parent === null),
    pages,
    roles,
    picture: {
      url: absolute(addresses.socialCard(['magazine'])),
      alt: strings.socialCard.site(name, typeset(tagline)),
    },
    follow: entry.data.follow ? followCard(entry.data.follow) : null,
    tagCloud,
    feed: feedLinks(name, []),
    icons: {
      drawn: addresses.file('favicon.svg'),
      small: addresses.icon('48'),
      touch: addresses.icon('180'),
      manifest: addresses.file('manifest.webmanifest'),
    },
    discussion: discussionOf(entry.data, roles),
    crawlers,
    readingList:
      import.meta.env.PROD && offlineReading(offline, process.env) === 'enabled'
        ? addresses.readingList
        : null,
    preview: readPublication().preview,
  };
});

function readMark(name: string | undefined): SiteMark | null {
  const drawing = readSiteDrawing(process.cwd(), name);
  return drawing && { ...drawing, svg: inlineMark(drawing.svg) };
}

function rolesOf(pages: readonly PageLink[]): PageRoles {
  return Object.fromEntries(pages.flatMap(({ role, href }) => (role === null ? [] : [[role, href]])));
}

function followCard({
  title,
  text,
  example,
  countedAt,
  networks,
}: NonNullable<SiteFile['follow']>): FollowCard {
  return {
    title: typeset(title),
    text: typeset(text),
    isExample: example,
    countedOn: example || networks.length === 0 ? null : formatDate(countedAt),
    networks: networks.map(({ network, url, followers }) => ({
      network,
      url,
      followers: `${formatCompactNumber(followers)}+`,
    })),
  };
}

function discussionOf({ name, comments }: SiteFile, roles: PageRoles): Discussion | null {
  if (!comments) return null;
  return {
    service: comments.intake ? commentService(comments.intake) : null,
    feed: addresses.file('flux-commentaires.xml'),
    contact: roles.contact ?? null,
    privacy: roles.confidentialite ?? null,
    retentionDays: comments.retentionDays,
    magazine: name,
  };
}
