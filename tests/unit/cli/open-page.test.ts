import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isServed } from '#cli/new-article/open-page.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

async function listen(...statuses: number[]): Promise<string> {
  const opened = createServer((_, response) => response.writeHead(statuses.shift() ?? 200).end());
  server = opened;
  await new Promise<void>((done) => opened.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(opened.address() as AddressInfo).port}/`;
}

describe('the page of a new article', () => {
  it('is served once the development server has seen the file', async () => {
    expect(await isServed(await listen(404, 404, 200))).toBe(true);
  });

  it('is served too when it tells a mistake', async () => {
    expect(await isServed(await listen(500))).toBe(true);
  });

  it('is not served where no server listens', async () => {
    const address = await listen();
    await new Promise((done) => server?.close(done));
    expect(await isServed(address)).toBe(false);
  });
});
