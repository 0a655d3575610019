import type { APIRoute, GetStaticPaths } from 'astro';
import { readIcon } from '#content/files/site-look.ts';
import { getSite } from '#content/queries/site.ts';
import { drawIcon, ICON_SHAPES, type IconShape } from '#images/icon-picture.ts';

export const getStaticPaths = (() =>
  ICON_SHAPES.map((shape) => ({ params: { name: shape.name }, props: { shape } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ shape: IconShape }> = async ({ props }) => {
  const { palette } = await getSite();
  const icon = await drawIcon(readIcon(process.cwd()), palette.light.paper, props.shape);
  return new Response(new Uint8Array(icon), { headers: { 'Content-Type': 'image/png' } });
};
