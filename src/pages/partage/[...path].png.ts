import type { APIRoute, GetStaticPaths } from 'astro';
import { askForSharingPictures } from '#content/asked-sharing.ts';
import { getSharingSubjects } from '#content/sharing-subjects.ts';
import type { SharingSubject } from '#content/sharing.ts';
import { drawSharingPicture } from '#integrations/sharing-picture.ts';

export const getStaticPaths = (async () => {
  // A build draws them beside the pages: Astro would carry each as one.
  if (!import.meta.env.DEV) {
    askForSharingPictures(await getSharingSubjects());
    return [];
  }
  return (await getSharingSubjects()).map(({ path, subject }) => ({ params: { path }, props: { subject } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ subject: SharingSubject }> = async ({ props }) =>
  new Response(new Uint8Array(await drawSharingPicture(props.subject)), {
    headers: { 'Content-Type': 'image/png' },
  });
