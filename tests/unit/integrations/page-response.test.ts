import { describe, expect, it } from 'vitest';
import { PageResponse } from '#integrations/page-response.ts';

const PAGE = '<p>« Été » 😀</p>';
const bytes = new TextEncoder().encode(`avant${PAGE}après`);
/** A page within a larger memory. */
const page = new Uint8Array(bytes.buffer, 5, new TextEncoder().encode(PAGE).length);

describe('a response made of the bytes of a page', () => {
  const response = () => new PageResponse(page, { status: 404, headers: { 'content-type': 'text/html' } });

  it('gives them by each way that a response has, and as often as it is asked', async () => {
    const answered = response();
    expect(Buffer.from(await answered.arrayBuffer()).toString()).toBe(PAGE);
    expect(await answered.text()).toBe(PAGE);
    expect(await new Response(answered.body).text()).toBe(PAGE);
    expect(await answered.clone().text()).toBe(PAGE);
  });

  it('keeps its status and headers', () => {
    const { status, headers } = response().clone();
    expect([status, headers.get('content-type')]).toEqual([404, 'text/html']);
  });

  it('makes no copy of bytes that have their memory for themselves', async () => {
    const whole = new TextEncoder().encode(PAGE);
    expect(await new PageResponse(whole).arrayBuffer()).toBe(whole.buffer);
  });

  it('is a response like any other with another body, or none', async () => {
    expect(await new PageResponse('texte').text()).toBe('texte');
    expect(await new PageResponse('texte').clone().text()).toBe('texte');
    expect((await new PageResponse('texte').arrayBuffer()).byteLength).toBe(5);
    expect(new PageResponse(null).body).toBeNull();
  });

  it('calls all responses its own, as Astro asks it of what a page returns', () => {
    expect(new Response('') instanceof PageResponse).toBe(true);
    expect({} instanceof PageResponse).toBe(false);
  });
});
