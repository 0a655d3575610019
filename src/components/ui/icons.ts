import { optimize } from 'svgo';
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

/** Brand marks from simple-icons (LinkedIn's from Bootstrap Icons), interface icons from Lucide. */
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

export interface IconDrawing {
  viewBox: string;
  /** Shapes, without the SVG element around them. */
  shapes: string;
  /** Drawn by lines rather than filled. */
  outlined: boolean;
}

/** At the sizes they are shown, a tenth of a unit is under a tenth of a pixel, and the paths weigh half. */
const DECIMALS = 1;

function read(source: string): IconDrawing {
  const { data } = optimize(source, { floatPrecision: DECIMALS, multipass: true });
  return {
    viewBox: /viewBox="([^"]*)"/u.exec(source)?.[1] ?? '0 0 24 24',
    shapes: data
      .replace(/<title>[\s\S]*?<\/title>/u, '')
      .replace(/<\/?svg[^>]*>/gu, '')
      .trim(),
    outlined: source.includes('stroke="currentColor"'),
  };
}

export const icons = Object.fromEntries(
  Object.entries(sources).map(([name, source]) => [name, read(source)]),
) as Readonly<Record<IconName, IconDrawing>>;
