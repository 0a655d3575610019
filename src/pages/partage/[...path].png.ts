import type { APIRoute, GetStaticPaths } from 'astro';
import { getSocialCards } from '#content/queries/social-cards.ts';
import { drawSocialCard } from '#images/social-card-drawing.ts';
import { writeCardList } from '#images/social-card-list.ts';
import type { CardSubject } from '#model/social-card.ts';

export const getStaticPaths = (async () => {
  const cards = await getSocialCards();
  if (import.meta.env.DEV)
    return cards.map(({ path, subject }) => ({ params: { path }, props: { subject } }));
  // A build draws the cards in an integration, after the pages: rendered here, each card would be written twice, in
  // every build.
  writeCardList(process.cwd(), cards);
  return [];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ subject: CardSubject }> = async ({ props }) =>
  new Response(new Uint8Array(await drawSocialCard(props.subject)), {
    headers: { 'Content-Type': 'image/png' },
  });
