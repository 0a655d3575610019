import { describe, expect, it } from 'vitest';
import { canonicalAddress, networksOf } from '#server/addresses.ts';

describe('an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    [' 192.0.2.1 ', '192.0.2.1'],
    ['192.0.2.1:5678', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
    ['[::ffff:192.0.2.1]:80', '192.0.2.1'],
    ['2001:db8::1', '2001:db8::1'],
    ['2001:DB8:0:0::1', '2001:db8::1'],
    ['2001:0db8:0000::0001', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::', '::'],
    ['::1', '::1'],
  ])('%j is %s', (text, address) => expect(canonicalAddress(text)).toBe(address));

  it.each([
    '',
    'unknown',
    '_hidden',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '1.2.3.4:x',
    '1.2.3.4, 5.6.7.8',
    'a::b::c',
    '[::1',
    'for=1.2.3.4',
    '1:2',
  ])('%j is none', (text) => expect(canonicalAddress(text)).toBeNull());

  it('has three networks in IPv6, and is its own in IPv4', () => {
    expect(networksOf('2001:db8:aa:bbcc::1')).toEqual([
      '2001:db8:aa:bbcc::/64',
      '2001:db8:aa:bb00::/56',
      '2001:db8:aa::/48',
    ]);
    expect(networksOf('::ffff:192.0.2.1')).toEqual(['192.0.2.1']);
  });
});
