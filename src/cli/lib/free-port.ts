import { once } from 'node:events';
import { createServer } from 'node:net';

/** Returns a port that is currently free. */
export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The probe listens to no port');
  return address.port;
}
