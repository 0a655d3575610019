import { PAPER } from './theme.ts';

export interface ManifestSubject {
  name: string;
  description: string;
  /** Path of the front page, which is also all that the manifest covers. */
  root: string;
  icons: { src: string; sizes: string; type: string; purpose?: 'maskable' }[];
}

/** Writes the web application manifest (W3C), for a reader who puts the magazine among their applications. */
export function writeManifest({ name, description, root, icons }: ManifestSubject): string {
  return JSON.stringify({
    id: root,
    name,
    short_name: name,
    description,
    lang: 'fr',
    dir: 'ltr',
    start_url: root,
    scope: root,
    display: 'minimal-ui',
    background_color: PAPER.light,
    theme_color: PAPER.light,
    categories: ['news', 'magazines'],
    icons,
  });
}
