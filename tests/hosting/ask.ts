import { type IncomingHttpHeaders, request } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** The local address to connect from. */
  from?: string;
}

/** Requests exactly this path: no normalization, decompression or redirect. */
export function ask(port: number, path: string, { method = 'GET', headers = {}, body, from }: Asked = {}) {
  return new Promise<Answer>((answer, fail) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers, agent: false, ...(from && { localAddress: from }) },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          answer({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      },
    );
    asked.on('error', fail);
    asked.end(body);
  });
}
