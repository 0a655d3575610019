import type { APIRoute } from 'astro';
import { absolute, addresses } from '#content/queries/addresses.ts';
import { readPublication } from '#content/files/publication.ts';
import { writeSecurityTxt } from '#lib/well-known/security-txt.ts';

export const GET: APIRoute = () => {
  const contact = absolute(addresses.page('contact'));
  const address = absolute(addresses.file('.well-known/security.txt'));
  return new Response(writeSecurityTxt(contact, address, readPublication().now), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
