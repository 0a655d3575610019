import type { APIRoute, GetStaticPaths } from 'astro';
import { askForSharingPictures } from '#content/asked-sharing.ts';
import { getSharingSubjects } from '#content/sharing-subjects.ts';
import type { SharingSubject } from '#content/sharing.ts';
import { drawSharingPicture } from '#integrations/sharing-picture.ts';

export const getStaticPaths = (async () => {
  const subjects = await getSharingSubjects();
  // A build draws them beside the pages: Astro would carry each as one.
  if (!import.meta.env.DEV) {
    askForSharingPictures(subjects);
    return [];
  }
  return subjects.map(({ path, subject }) => ({ params: { path }, props: { subject } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ subject: SharingSubject }> = async ({ props }) =>
  new Response(new Uint8Array(await drawSharingPicture(props.subject)), {
    headers: { 'Content-Type': 'image/png' },
  });
