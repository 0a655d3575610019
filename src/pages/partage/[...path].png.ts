import type { APIRoute, GetStaticPaths } from 'astro';
import { getSharingSubjects } from '#content/sharing-subjects.ts';
import type { SharingSubject } from '#content/sharing.ts';
import { drawSharingPicture } from '#integrations/sharing-picture.ts';

export const getStaticPaths = (async () => {
  const subjects = await getSharingSubjects();
  return subjects.map(({ path, subject, cacheKey }) => ({ params: { path }, props: { subject }, cacheKey }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ subject: SharingSubject }> = async ({ props }) =>
  new Response(new Uint8Array(await drawSharingPicture(props.subject)), {
    headers: { 'Content-Type': 'image/png' },
  });
