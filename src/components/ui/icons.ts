import linkedin from 'bootstrap-icons/icons/linkedin.svg?raw';
import copy from 'lucide-static/icons/link.svg?raw';
import email from 'lucide-static/icons/mail.svg?raw';
import light from 'lucide-static/icons/sun.svg?raw';
import dark from 'lucide-static/icons/moon.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import print from 'lucide-static/icons/printer.svg?raw';
import rss from 'lucide-static/icons/rss.svg?raw';
import share from 'lucide-static/icons/share-2.svg?raw';
import system from 'lucide-static/icons/monitor.svg?raw';
import bluesky from 'simple-icons/icons/bluesky.svg?raw';
import facebook from 'simple-icons/icons/facebook.svg?raw';
import instagram from 'simple-icons/icons/instagram.svg?raw';
import mastodon from 'simple-icons/icons/mastodon.svg?raw';
import tiktok from 'simple-icons/icons/tiktok.svg?raw';
import whatsapp from 'simple-icons/icons/whatsapp.svg?raw';
import x from 'simple-icons/icons/x.svg?raw';
import youtube from 'simple-icons/icons/youtube.svg?raw';

/**
 * Brand icons from simple-icons (LinkedIn's from Bootstrap Icons), interface icons from Lucide.
 * src/integrations/optimized-icons.ts optimises them before they are bundled.
 */
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
 * The SVG of an icon.
 *
 * @param size side, in pixels
 */
export function drawIcon(name: IconName, size: number): string {
  const source = sources[name];
  const viewBox = /viewBox="([^"]*)"/u.exec(source)?.[1] ?? '0 0 24 24';
  const paint = source.includes('stroke="currentColor"') ? LINES : SHAPES;
  const shapes = source.replace(/<title>[\s\S]*?<\/title>|<\/?svg[^>]*>/gu, '').trim();
  return `<svg viewBox="${viewBox}" width="${size}" height="${size}" ${paint} aria-hidden="true">${shapes}</svg>`;
}
