import type { APIRoute } from 'astro';
import { addresses } from '#content/queries/addresses.ts';
import { getSite } from '#content/queries/site.ts';
import { writeManifest } from '#lib/web-manifest.ts';

export const GET: APIRoute = async () => {
  const { name, description, home } = await getSite();
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
  return new Response(writeManifest({ name, description, root: home, icons }), {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  });
};
