import type { Accent } from './schema.ts';

/** In pixels: what networks show whole, without a crop (Open Graph, 1.91 to 1). */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

/** Folder of the social cards in the built site. */
export const CARD_FOLDER = 'partage';

/** The picture of a page that networks show with a link to it (Open Graph). */
export interface SocialCard {
  /** Absolute, as networks need it. */
  url: string;
  alt: string;
}

/** What is drawn on a social card. */
export interface CardSubject {
  /** The magazine's name; `null` where it is the headline. */
  wordmark: string | null;
  /** The text above the headline, beside a mark of the accent's colour. */
  label: string | null;
  headline: string;
  /** The text under the headline. */
  lead: string | null;
  /** The section's colour; `null` for the magazine's own red. */
  accent: Accent | null;
  /** Path of the cover's file; `null` draws the magazine's dot. */
  cover: string | null;
}

/** A social card to draw. */
export interface CardFile {
  /** Path under `CARD_FOLDER`, without its extension. */
  path: string;
  subject: CardSubject;
  /** Digest of the subject and of its cover. */
  cacheKey: string;
}
