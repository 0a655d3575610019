import { isIPv4, isIPv6 } from 'node:net';

/**
 * Normalizes an IP address, so that equal addresses are equal texts: without port, brackets and zone, IPv6 in eight
 * groups, an IPv4-mapped address as IPv4.
 *
 * @returns `null` when the text is not an address
 */
export function canonicalAddress(text: string): string | null {
  const address = text.trim();
  const v4 = /^(?<host>[\d.]+)(?::\d+)?$/u.exec(address)?.groups?.['host'] ?? '';
  if (isIPv4(v4)) return v4;
  const host = /^\[(?<host>[^\]]*)\](?::\d+)?$/u.exec(address)?.groups?.['host'] ?? address;
  const plain = host.replace(/%.*$/u, '');
  if (!isIPv6(plain)) return null;
  const groups = groupsOf(new URL(`http://[${plain}]`).hostname.slice(1, -1));
  return mappedAddress(groups) ?? groups.map((group) => group.toString(16)).join(':');
}

/**
 * The networks that may belong to the same subscriber as an address, the smallest first: in IPv6, of 64 bits, often of
 * 56 and sometimes of 48.
 */
export function networksOf(address: string): readonly [string, ...string[]] {
  const canonical = canonicalAddress(address) ?? address;
  if (!isIPv6(canonical)) return [canonical];
  const groups = canonical.split(':').map((group) => parseInt(group, 16));
  const [first, second, third, fourth = 0] = groups;
  const wide = [first, second, third].join(':');
  return [`${wide}:${fourth}/64`, `${wide}:${fourth & 0xff00}/56`, `${wide}/48`];
}

/** The eight groups of an IPv6 address in the form that `URL` gives it. */
function groupsOf(address: string): number[] {
  const [left = '', right] = address.split('::');
  const [start, end] = [left, right ?? ''].map((part) =>
    part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)),
  ) as [number[], number[]];
  const zeros = right === undefined ? 0 : 8 - start.length - end.length;
  return [...start, ...Array<number>(zeros).fill(0), ...end];
}

/** The IPv4 address of an IPv4-mapped one (RFC 4291, 2.5.5.2), or `null`. */
function mappedAddress(groups: readonly number[]): string | null {
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);
  return isMapped ? [high >> 8, high & 255, low >> 8, low & 255].join('.') : null;
}
