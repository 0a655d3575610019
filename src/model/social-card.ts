import type { FontChoice } from '#lib/packaged-fonts.ts';
import type { FocalPoint } from '#lib/focal-point.ts';

/** In pixels: networks show this shape without a crop (Open Graph, 1.91:1). */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

/** Folder of the social cards in the built site. */
export const CARD_FOLDER = 'partage';

/** The picture that networks show with a link to a page (Open Graph). */
export interface SocialCard {
  /** Absolute, as networks require. */
  url: string;
  alt: string;
}

/** What all cards of a magazine share. */
export interface CardLook {
  /** Colours, `#rrggbb`. */
  paper: string;
  ink: string;
  lead: string;
  dot: string;
  /** The drawing shown in place of the magazine's name; `null` for its name and a dot. */
  mark: { file: string; digest: string } | null;
  fonts: FontChoice;
}

/** The content of a social card. */
export interface CardSubject {
  /** The magazine's name; `null` when it is the headline. */
  wordmark: string | null;
  /** The text above the headline, beside a mark in the accent colour. */
  label: string | null;
  headline: string;
  /** The text under the headline. */
  lead: string | null;
  look: CardLook;
  /** The section's colour; `null` for that of the dot. */
  accent: string | null;
  /** Path of the cover's file; `null` shows the magazine's dot instead. */
  cover: string | null;
  /** The point of the cover that its crop keeps. */
  focus: FocalPoint;
}

/** A social card to draw. */
export interface CardFile {
  /** Path under `CARD_FOLDER`, without its extension. */
  path: string;
  subject: CardSubject;
  /** Digest of the subject and the cover. */
  cacheKey: string;
}
