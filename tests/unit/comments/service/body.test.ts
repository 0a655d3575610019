import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRequestBody } from '#comments/service/body.ts';

describe('a body', () => {
  it('never throws, whatever it holds', async () => {
    const types = [
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ];
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.constantFrom(...types), async (bytes, type) => {
        const request = new Request('http://localhost/', {
          method: 'POST',
          body: new Uint8Array(bytes),
          headers: { 'content-type': type },
        });
        expect(await readRequestBody(request)).toHaveProperty('error');
      }),
    );
  });
});
