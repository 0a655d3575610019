/** A response that gives its bytes as they are: one of Node’s copies them when it is made, and when it is read. */
export class PageResponse extends Response {
  readonly #page: Uint8Array<ArrayBuffer> | null;

  /** Whatever is made of a page’s bytes is told apart from other responses by nothing else. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Response;
  }

  constructor(body?: BodyInit | null, init?: ResponseInit) {
    const isPage = body instanceof Uint8Array && body.buffer instanceof ArrayBuffer;
    super(isPage ? 'page' : body, init);
    this.#page = isPage ? (body as Uint8Array<ArrayBuffer>) : null;
  }

  override get body(): ReadableStream<Uint8Array<ArrayBuffer>> | null {
    const page = this.#page;
    if (!page) return super.body;
    return new ReadableStream({
      start(controller) {
        controller.enqueue(page);
        controller.close();
      },
    });
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    if (!this.#page) return super.arrayBuffer();
    const { buffer, byteOffset, byteLength } = this.#page;
    const isWhole = byteLength === buffer.byteLength;
    return Promise.resolve(isWhole ? buffer : buffer.slice(byteOffset, byteOffset + byteLength));
  }

  override text(): Promise<string> {
    return this.#page ? new Response(this.#page).text() : super.text();
  }

  override clone(): Response {
    return this.#page ? new PageResponse(this.#page, this) : super.clone();
  }
}
