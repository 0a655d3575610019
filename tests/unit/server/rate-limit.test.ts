import { expect, it } from 'vitest';
import { createRateLimit } from '#server/rate-limit.ts';

it('allows so many requests of one IPv4 address, and of one IPv6 network', async () => {
  const allows = createRateLimit(2);
  for (const network of ['192.0.2.', '2001:db8::']) {
    const address = (host: number) => (network.includes(':') ? `${network}${host}` : `${network}9:${host}`);
    expect([await allows(address(1)), await allows(address(2)), await allows(address(3))]).toEqual([
      true,
      true,
      false,
    ]);
  }
  expect(await allows('192.0.2.10')).toBe(true);
});
