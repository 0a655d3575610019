import type { PageText } from './page-text.ts';

/** Of UTF-8, for one unit of a text at most. */
const MOST_BYTES = 3;
/** Holds nearly every page of a magazine. */
const USUAL_SIZE = 256 * 1024;

/** Those that no page is being written to. */
const free: Buffer<ArrayBuffer>[] = [];

/**
 * Puts the parts of a page together in UTF-8, as they come. A text of all of them would have to be laid out in two
 * bytes a sign, and then coded, which takes several times as long.
 */
export class PageWriter {
  #bytes = free.pop() ?? Buffer.allocUnsafeSlow(USUAL_SIZE);
  #end = 0;

  write(part: string): void {
    const most = this.#end + part.length * MOST_BYTES;
    if (most > this.#bytes.length) this.#grow(most);
    this.#end += this.#bytes.write(part, this.#end);
  }

  /** The page. Nothing may be written after. */
  close(): WrittenPage {
    const page = new WrittenPage(this.#bytes.toString('latin1', 0, this.#end) as PageText);
    if (this.#bytes.length === USUAL_SIZE) free.push(this.#bytes);
    return page;
  }

  #grow(size: number): void {
    const larger = Buffer.allocUnsafeSlow(size * 2);
    larger.set(this.#bytes.subarray(0, this.#end));
    this.#bytes = larger;
  }
}

/** A page that a writer has closed: it goes through Astro as what it makes a response of. */
export class WrittenPage {
  readonly text: PageText;

  constructor(text: PageText) {
    this.text = text;
  }
}
