import { describe, expect, it } from 'vitest';
import { takePage, PageResponse } from '#integrations/page-response.ts';
import { pageTextOf } from '#integrations/page-text.ts';
import { WrittenPage } from '#integrations/page-writer.ts';

const PAGE = '<p>« Été » 😀</p>';
const written = new WrittenPage(pageTextOf(Buffer.from(PAGE)));

describe('a response made of a written page', () => {
  const response = () => new PageResponse(written, { status: 404, headers: { 'content-type': 'text/html' } });

  it('gives it by each way that a response has, and as often as it is asked', async () => {
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

  it('gives it as it was written to whoever knows it, and any other response as if it were', async () => {
    expect(await takePage(response())).toBe(written.text);
    expect(await takePage(new Response(PAGE))).toBe(written.text);
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
