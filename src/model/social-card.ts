import type { Accent } from './schema.ts';

/** In pixels: what networks show whole, without a crop (Open Graph, 1.91 to 1). */
export const SHARING_WIDTH = 1200;
export const SHARING_HEIGHT = 630;

/** The picture that stands for a page when its address is shared. */
export interface SharingPicture {
  /** Absolute, as networks need it. */
  url: string;
  alt: string;
}

/** What is drawn on such a picture. */
export interface SharingSubject {
  /** The magazine's name; `null` where it is the headline. */
  wordmark: string | null;
  /** What stands above the headline, beside the accent's mark. */
  label: string | null;
  headline: string;
  /** What stands under the headline. */
  lead: string | null;
  /** The section's colour; `null` for the magazine's own red. */
  accent: Accent | null;
  /** Path of the cover's file; `null` draws the magazine's dot. */
  cover: string | null;
}
