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

/** Whether the reader counts data: nothing is fetched ahead then. Not all browsers tell. */
function countsData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData ?? matchMedia('(prefers-reduced-data: reduce)').matches;
}

/**
 * Registers the service worker, where the browser has any, once the page has all it needs.
 *
 * @param address of the worker, under the base path
 */
export function registerWorker(address: string): void {
  if (!('serviceWorker' in navigator) || countsData()) return;
  // The one script address that a page may make, under the one policy that its security policy names.
  const policy = window.trustedTypes?.createPolicy('service-worker', { createScriptURL: () => address });
  const trusted = policy?.createScriptURL(address) ?? address;
  addEventListener('load', () =>
    navigator.serviceWorker.register(trusted, { updateViaCache: 'none' }).catch(() => {}),
  );
}
