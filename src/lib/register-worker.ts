/** Trusted Types, which TypeScript’s own library does not describe yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

declare global {
  interface Window {
    trustedTypes?: TrustedTypes;
  }
}

/**
 * Registers the service worker, where the browser has any, once the page has all it needs.
 *
 * @param address of the worker, under the base path
 */
export function registerWorker(address: string): void {
  if (!('serviceWorker' in navigator)) return;
  // The one script address that a page may make, under the one policy that its security policy names.
  const policy = window.trustedTypes?.createPolicy('service-worker', { createScriptURL: () => address });
  const trusted = policy?.createScriptURL(address) ?? address;
  addEventListener('load', () =>
    navigator.serviceWorker.register(trusted, { updateViaCache: 'none' }).catch(() => {}),
  );
}
