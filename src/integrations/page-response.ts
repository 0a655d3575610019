import { bytesOf, type PageText, pageTextOf } from './page-text.ts';
import { WrittenPage } from './page-writer.ts';

/**
 * A response that gives a written page as it is. Node copies what it makes one of, and what it reads of one; and holds
 * each that has a body until V8 next looks through all that is alive.
 */
export class PageResponse extends Response {
  #page: PageText | null;

  /** Astro asks it of whatever a page returns. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Response;
  }

  constructor(body?: BodyInit | WrittenPage | null, init?: ResponseInit) {
    const page = body instanceof WrittenPage ? body.text : null;
    super(body instanceof WrittenPage ? null : body, init);
    this.#page = page;
  }

  /**
   * Gives the page, and has it no more: Astro’s `Astro` is the prototype of others, which V8 keeps, with all that its
   * page was made of and this response, until it next looks through all that is alive.
   *
   * @returns `null` from a response like any other
   */
  takePage(): PageText | null {
    const page = this.#page;
    this.#page = null;
    return page;
  }

  override get body(): ReadableStream<Uint8Array<ArrayBuffer>> | null {
    const page = this.#page;
    if (page === null) return super.body;
    return new ReadableStream({
      start(controller) {
        controller.enqueue(bytesOf(page));
        controller.close();
      },
    });
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return this.#page === null ? super.arrayBuffer() : Promise.resolve(bytesOf(this.#page).buffer);
  }

  override text(): Promise<string> {
    return this.#page === null ? super.text() : new Response(bytesOf(this.#page)).text();
  }

  override clone(): Response {
    return this.#page === null ? super.clone() : new PageResponse(new WrittenPage(this.#page), this);
  }
}

/** Takes the page out of a response. The bundle has a `PageResponse` of its own, which this module’s does not know. */
export async function takePage(response: Response): Promise<PageText> {
  const { takePage: take } = response as Partial<PageResponse>;
  return take?.call(response) ?? pageTextOf(new Uint8Array(await response.arrayBuffer()));
}
