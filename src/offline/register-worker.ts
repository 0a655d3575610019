/** Trusted Types, which TypeScript does not declare yet. */
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

/** Whether the reader wants to save data. Browsers without this setting count as no. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData ?? matchMedia('(prefers-reduced-data: reduce)').matches;
}

/**
 * Registers the service worker after the page has loaded, unless the reader wants to save data.
 *
 * @param address the URL of the worker, with the base path
 */
export function registerWorker(address: string): void {
  if (!('serviceWorker' in navigator) || savesData()) return;
  // The content security policy of the pages allows this Trusted Types policy only.
  const policy = window.trustedTypes?.createPolicy('service-worker', { createScriptURL: () => address });
  const trusted = policy?.createScriptURL(address) ?? address;
  addEventListener('load', () => {
    navigator.serviceWorker.register(trusted, { updateViaCache: 'none' }).catch(() => {});
  });
}
