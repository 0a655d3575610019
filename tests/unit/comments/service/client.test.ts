import { describe, expect, it } from 'vitest';
import { isSameOrigin } from '#comments/service/client.ts';

describe('the origin of a request', () => {
  const site = { siteOrigin: 'https://innovations.example' };
  it.each([
    [{ origin: 'https://innovations.example' }, true],
    [{ origin: 'http://localhost:4321', host: 'localhost:4321' }, true],
    [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: 'http://localhost:4321', host: 'localhost:80' }, false],
    [{ origin: 'http://autre.example', host: 'autre.example' }, false],
    [{ origin: 'https://innovations.example.autre.example' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ origin: 'null' }, false],
    [{}, false],
  ])('%o is the magazine: %s', (headers, expected) => {
    expect(isSameOrigin(new Headers(headers as Record<string, string>), site)).toBe(expected);
  });
});
