import { erase } from './caches.ts';
import { settings } from './settings.ts';

declare const self: ServiceWorkerGlobalScope;

/** Takes the place of the worker on the devices that have it, erases what it kept, and goes. */
self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(withdraw()));

async function withdraw(): Promise<void> {
  await erase('read', 'saved', 'files');
  for (const name of await caches.keys()) if (isShell(name)) await caches.delete(name);
  await self.registration.unregister();
}

/** Workbox names its cache by the scope of its worker. */
function isShell(name: string): boolean {
  return name.startsWith('workbox-precache') && name.endsWith(`${self.location.origin}${settings.base}`);
}
