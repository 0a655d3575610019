/**
 * A page in UTF-8, its bytes read as so many signs: all that is looked for in it is ASCII. Texts of some dozens of
 * kilobytes cost V8 the least; memory outside of its heap makes it look through all that is alive, over and over.
 */
export type PageText = string & { readonly bytesAsSigns: true };

/** The page whose bytes these are. */
export function pageTextOf(bytes: Uint8Array): PageText {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1') as PageText;
}

/** The bytes of a page, in memory of their own. */
export function bytesOf(page: PageText): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(page, 'latin1'));
}
