import { isIPv4, isIPv6 } from 'node:net';
import {
  convertIPv4BinaryToString,
  convertIPv4MappedIPv6ToIPv4,
  convertIPv6BinaryToString,
  convertIPv6ToBinary,
  isIPv4MappedIPv6,
} from 'hono/utils/ipaddr';

/** Prefix lengths of the IPv6 networks that one subscriber may have, in bits, the smallest network first. */
const PREFIXES = [64, 56, 48] as const;

/**
 * Normalizes an IP address, so that equal addresses are equal strings: without port, brackets and zone; IPv6 in its
 * short form (RFC 5952); an IPv4-mapped address as IPv4.
 *
 * @returns `null` when the text is not an IP address
 */
export function canonicalAddress(text: string): string | null {
  const address = text.trim();
  const v4 = /^(?<host>[\d.]+)(?::\d+)?$/u.exec(address)?.groups?.['host'] ?? '';
  if (isIPv4(v4)) return v4;
  const host = /^\[(?<host>[^\]]*)\](?::\d+)?$/u.exec(address)?.groups?.['host'] ?? address;
  const plain = host.replace(/%.*$/u, '');
  if (!isIPv6(plain)) return null;
  const bits = convertIPv6ToBinary(plain);
  return isIPv4MappedIPv6(bits)
    ? convertIPv4BinaryToString(convertIPv4MappedIPv6ToIPv4(bits))
    : convertIPv6BinaryToString(bits);
}

/** The networks that contain an IP address: three in IPv6, the smallest first; in IPv4, only the address itself. */
export function networksOf(address: string): readonly [string, ...string[]] {
  const canonical = canonicalAddress(address) ?? address;
  if (!isIPv6(canonical)) return [canonical];
  const bits = convertIPv6ToBinary(canonical);
  const networkOf = (prefix: number) => {
    const hostBits = BigInt(128 - prefix);
    return `${convertIPv6BinaryToString((bits >> hostBits) << hostBits)}/${prefix}`;
  };
  const [smallest, ...larger] = PREFIXES;
  return [networkOf(smallest), ...larger.map(networkOf)];
}
