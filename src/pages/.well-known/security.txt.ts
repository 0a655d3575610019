import type { APIRoute } from 'astro';
import { absolute, addresses } from '#content/queries/addresses.ts';
import { getSite } from '#content/queries/site.ts';
import { readPublication } from '#content/files/publication.ts';
import { writeSecurityTxt } from '#lib/well-known/security-txt.ts';

export const GET: APIRoute = async () => {
  const { roles, home } = await getSite();
  const contact = absolute(roles.contact ?? home);
  const address = absolute(addresses.file('.well-known/security.txt'));
  return new Response(writeSecurityTxt(contact, address, readPublication().now), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
