import { createHmac } from 'node:crypto';
import { networksOf } from '#server/addresses.ts';
import type { Keys } from './keys.ts';

/** Normalizes an e-mail address, so that it can be compared. */
export function normalizeEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** Hashes an e-mail address, for records that must not contain the address itself. */
export function hashEmail(keys: Keys, email: string): string {
  return createHmac('sha256', keys.email).update(normalizeEmail(email)).digest('hex');
}

/**
 * Hashes the network of an IP address: the whole address in IPv4, its first 56 bits in IPv6, which identify a
 * subscriber.
 */
export function hashNetwork(keys: Keys, address: string): string {
  const [smallest, larger = smallest] = networksOf(address);
  return createHmac('sha256', keys.network).update(larger).digest('hex');
}
