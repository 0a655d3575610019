import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { canonicalAddress } from './addresses.ts';

/**
 * The IP address of the reader. If X-Forwarded-For is missing or invalid, it is the address of the connection, and
 * empty when that is unknown.
 */
export function clientAddressOf(context: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1) : undefined;
  const { address } = getConnInfo(context).remote;
  return canonicalAddress(forwarded ?? '') ?? canonicalAddress(address ?? '') ?? '';
}
