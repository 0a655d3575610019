import bluesky from './icons/bluesky.svg?raw';
import copy from './icons/copy.svg?raw';
import dark from './icons/dark.svg?raw';
import email from './icons/email.svg?raw';
import facebook from './icons/facebook.svg?raw';
import instagram from './icons/instagram.svg?raw';
import light from './icons/light.svg?raw';
import linkedin from './icons/linkedin.svg?raw';
import mastodon from './icons/mastodon.svg?raw';
import play from './icons/play.svg?raw';
import print from './icons/print.svg?raw';
import rss from './icons/rss.svg?raw';
import share from './icons/share.svg?raw';
import system from './icons/system.svg?raw';
import tiktok from './icons/tiktok.svg?raw';
import whatsapp from './icons/whatsapp.svg?raw';
import x from './icons/x.svg?raw';
import youtube from './icons/youtube.svg?raw';

/** The sources of the icons, copied from icon sets: see icons/LICENSES.md. */
const sources = {
  bluesky,
  copy,
  dark,
  email,
  facebook,
  instagram,
  light,
  linkedin,
  mastodon,
  play,
  print,
  rss,
  share,
  system,
  tiktok,
  whatsapp,
  x,
  youtube,
} as const;

export type IconName = keyof typeof sources;

const LINES =
  'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
const SHAPES = 'fill="currentColor"';

/**
 * Returns the SVG of an icon.
 *
 * @param size width and height, in pixels
 */
export function drawIcon(name: IconName, size: number): string {
  const source = sources[name];
  const viewBox = /viewBox="([^"]*)"/u.exec(source)?.[1] ?? '0 0 24 24';
  const paint = source.includes('stroke="currentColor"') ? LINES : SHAPES;
  const shapes = source.replace(/<\/?svg[^>]*>/gu, '').trim();
  return `<svg viewBox="${viewBox}" width="${size}" height="${size}" ${paint} aria-hidden="true">${shapes}</svg>`;
}
