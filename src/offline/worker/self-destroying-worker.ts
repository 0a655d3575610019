import { deleteCaches } from './runtime-caches.ts';
import { settings } from './settings.ts';

declare const self: ServiceWorkerGlobalScope;

// This worker replaces the magazine's former one in readers' browsers. It deletes the caches and unregisters itself.
self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(destroy()));

async function destroy(): Promise<void> {
  await deleteCaches('read', 'saved', 'files');
  for (const name of await caches.keys()) if (isPrecache(name)) await caches.delete(name);
  await self.registration.unregister();
}

/** Whether a cache is the precache of this magazine: Workbox ends its name with the scope of the worker. */
function isPrecache(name: string): boolean {
  return name.startsWith('workbox-precache') && name.endsWith(`${self.location.origin}${settings.base}`);
}
