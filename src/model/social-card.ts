import type { FontChoice } from '#lib/packaged-fonts.ts';
import type { FocalPoint } from '#lib/focal-point.ts';

/** In pixels. Social networks show this ratio without cropping (Open Graph, 1.91:1). */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

/** The folder of the social cards in the built site. */
export const CARD_FOLDER = 'partage';

/** The picture that social networks show with a link to a page (Open Graph). */
export interface SocialCard {
  /** An absolute URL, as social networks require. */
  url: string;
  alt: string;
}

/** The design that all cards of a magazine share. */
export interface CardLook {
  /** Colours, `#rrggbb`. */
  paper: string;
  ink: string;
  lead: string;
  dot: string;
  /** The logo of the magazine; `null` to draw its name and a dot. */
  mark: { file: string; digest: string } | null;
  fonts: FontChoice;
}

/** The content of a social card. */
export interface CardSubject {
  /** The magazine's name; `null` when the headline is already that name. */
  wordmark: string | null;
  /** The text above the headline, next to a shape in the accent colour; `null` for none. */
  label: string | null;
  headline: string;
  /** The text below the headline; `null` for none. */
  lead: string | null;
  look: CardLook;
  /** The colour of the section; `null` to use the colour of the dot. */
  accent: string | null;
  /** The path of the cover; `null` to draw a large dot instead. */
  cover: string | null;
  /** The focal point of the cover, which cropping must keep visible. */
  focus: FocalPoint;
}

/** A social card to draw. */
export interface CardFile {
  /** The path below `CARD_FOLDER`, without extension. */
  path: string;
  subject: CardSubject;
  /** The digest of the subject and of the cover file. */
  cacheKey: string;
}
