import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { canonicalAddress } from './addresses.ts';

/** The IP address of the reader. An invalid X-Forwarded-For counts as the address of the proxy. */
export function clientAddressOf(context: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1) : undefined;
  const { address } = getConnInfo(context).remote;
  return canonicalAddress(forwarded ?? '') ?? canonicalAddress(address ?? '') ?? '';
}
