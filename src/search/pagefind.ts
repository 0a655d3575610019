import type { LoadedRecord } from './record-engine.ts';

/** The part of Pagefind's browser API that the site uses. */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(query: string | null, options: Record<string, unknown>): Promise<{ results: PagefindResult[] }>;
}

export interface PagefindResult {
  id: string;
  score: number;
  /** Positions of the matching words in the text. */
  words: number[];
  matchedMetaFields: string[] | null;
  data(): Promise<LoadedRecord>;
}

/** The Trusted Types API, which is missing from TypeScript's DOM types. */
interface TrustedTypes {
  defaultPolicy: unknown;
  createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown;
}

/** Loads Pagefind from its script, in a browser. */
export async function openPagefind(script: string): Promise<Pagefind> {
  allowWorker(script);
  return (await import(/* @vite-ignore */ script)) as Pagefind;
}

/**
 * Creates the default Trusted Types policy: Pagefind starts its worker from a plain string, which browsers refuse
 * without one.
 */
function allowWorker(script: string): void {
  const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  const worker = script.replace(/[^/]+$/u, 'pagefind-worker.js');
  trustedTypes.createPolicy('default', {
    createScriptURL: (address) => (new URL(address, location.href).pathname === worker ? address : null),
  });
}
