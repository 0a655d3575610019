import type { APIRoute } from 'astro';
import { addresses } from '#content/queries/addresses.ts';
import { getSite } from '#content/queries/site.ts';

/** The web app manifest (W3C), for readers who install the magazine as an application. */
export const GET: APIRoute = async () => {
  const { name, description, home, palette } = await getSite();
  const { paper } = palette.light;
  const png = (icon: string, size: number) => ({
    src: addresses.icon(icon),
    sizes: `${size}x${size}`,
    type: 'image/png',
  });
  const icons = [
    { src: addresses.file('favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
    png('192', 192),
    png('512', 512),
    { ...png('512-plein', 512), purpose: 'maskable' as const },
  ];
  const manifest = {
    id: home,
    name,
    short_name: name,
    description,
    lang: 'fr',
    dir: 'ltr',
    start_url: home,
    scope: home,
    display: 'minimal-ui',
    background_color: paper,
    theme_color: paper,
    categories: ['news', 'magazines'],
    icons,
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  });
};
