import { getEntry } from 'astro:content';
import { formatDate } from '#lib/dates.ts';
import { formatCompactNumber } from '#lib/numbers.ts';
import type { CrawlerPolicy } from '#lib/well-known/robots.ts';
import { typeset } from '#lib/typography/typeset.ts';
import { strings } from '#strings/site.ts';
import { absolute, addresses } from './addresses.ts';
import type { Discussion } from './discussion.ts';
import { type FeedLinks, feedLinks } from './feed-links.ts';
import { commentService } from './comment-service.ts';
import { offlineReading } from '#content/files/offline.ts';
import { lazy } from '#lib/lazy.ts';
import { getPageLinks, type PageLink } from './pages.ts';
import type { FollowNetwork } from '#model/site-schema.ts';
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
  /** « 1er novembre 2026 »; `null` when the numbers are examples. */
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
  home: string;
  /** Address of the search page. */
  search: string;
  navigation: NavigationItem[];
  /** The main sections, with their sub-sections. */
  sections: Category[];
  /** The magazine's own pages, in the order of the footer. */
  pages: PageLink[];
  /** The social card of pages without one of their own. */
  picture: SocialCard;
  follow: FollowCard;
  feed: FeedLinks;
  icons: SiteIcons;
  discussion: Discussion;
  /** What AI crawlers are allowed to do. */
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
  const { name, tagline, description, licence, navigation, follow, crawlers, comments, offline } = entry.data;
  const categories = await getCategories();
  return {
    name,
    tagline: typeset(tagline),
    description: typeset(description),
    licence: licence ?? null,
    home: addresses.home,
    search: addresses.search,
    navigation: navigation.map(({ category, label }) => ({
      label: typeset(label),
      href: categories.get(category)?.href ?? addresses.home,
      slug: category,
    })),
    sections: [...categories.values()].filter(({ parent }) => parent === null),
    pages: await getPageLinks(),
    picture: {
      url: absolute(addresses.socialCard(['magazine'])),
      alt: strings.socialCard.site(name, typeset(tagline)),
    },
    follow: {
      title: typeset(follow.title),
      text: typeset(follow.text),
      countedOn: follow.example ? null : formatDate(follow.countedAt),
      networks: follow.networks.map(({ network, url, followers }) => ({
        network,
        url,
        followers: `${formatCompactNumber(followers)}+`,
      })),
    },
    feed: feedLinks(name, []),
    icons: {
      drawn: addresses.file('favicon.svg'),
      small: addresses.icon('48'),
      touch: addresses.icon('180'),
      manifest: addresses.file('manifest.webmanifest'),
    },
    discussion: {
      service: comments.intake ? commentService(comments.intake) : null,
      feed: addresses.file('flux-commentaires.xml'),
      contact: addresses.page('contact'),
      privacy: addresses.page('confidentialite'),
      retentionDays: comments.retentionDays,
      magazine: name,
    },
    crawlers,
    readingList:
      import.meta.env.PROD && offlineReading(offline, process.env) === 'enabled'
        ? addresses.readingList
        : null,
    preview: readPublication().preview,
  };
});
