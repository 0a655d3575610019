import type { APIRoute, GetStaticPaths } from 'astro';
import { askForSharingPictures } from '#images/asked-social-cards.ts';
import { getSharingSubjects } from '#content/queries/social-cards.ts';
import type { SharingSubject } from '#model/social-card.ts';
import { drawSharingPicture } from '#images/social-card-drawing.ts';

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
