import type { APIRoute, GetStaticPaths } from 'astro';
import { drawIcon, ICON_SHAPES, type IconShape } from '#images/icon-picture.ts';

export const getStaticPaths = (() =>
  ICON_SHAPES.map((shape) => ({ params: { name: shape.name }, props: { shape } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ shape: IconShape }> = async ({ props }) =>
  new Response(new Uint8Array(await drawIcon(props.shape)), { headers: { 'Content-Type': 'image/png' } });
