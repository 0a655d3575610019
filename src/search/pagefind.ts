import type { RecordKind } from './search-record.ts';

/** The metadata that the index stores for a result: see src/search/index/pagefind-record.ts. Empty fields are left out. */
export interface ResultMeta {
  kind: RecordKind;
  title: string;
  otherNames?: string;
  section?: string;
  accent?: string;
  /** « 21 juin 2024 » */
  date?: string;
  /** `2024-06-21` */
  day?: string;
  /** Path of its cover, below the base path. */
  image?: string;
  /** The `object-position` of the cover, in percent, unless it is its middle. */
  crop?: string;
  /** Names of its tags. */
  tags?: string;
  /** Headings of its text. */
  headings?: string;
  authors?: string;
}

/** The part of Pagefind's browser API that is used here. */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(query: string | null, options: Record<string, unknown>): Promise<{ results: PagefindResult[] }>;
}

export interface PagefindResult {
  id: string;
  score: number;
  /** Places of the words found in the text. */
  words: number[];
  matchedMetaFields: string[] | null;
  data(): Promise<PagefindData>;
}

export interface PagefindData {
  /** Address of the page, with the base path of the site. */
  url: string;
  /** Its address in the index, without the base path. */
  raw_url: string;
  raw_content: string;
  meta: ResultMeta;
}

/** Trusted Types, which TypeScript's DOM types lack. */
interface TrustedTypes {
  defaultPolicy: unknown;
  createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown;
}

/** Loads Pagefind from its script, in a browser. */
export async function openPagefind(script: string): Promise<Pagefind> {
  allowWorker(script);
  return (await import(/* @vite-ignore */ script)) as Pagefind;
}

/** Pagefind starts its worker from a plain string, which Trusted Types refuse unless a default policy accepts it. */
function allowWorker(script: string): void {
  const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  const worker = script.replace(/[^/]+$/u, 'pagefind-worker.js');
  trustedTypes.createPolicy('default', {
    createScriptURL: (address) => (new URL(address, location.href).pathname === worker ? address : null),
  });
}
