import { isUtf8 } from 'node:buffer';
import { mediaTypeOf } from './client.ts';

/** In bytes. The longest comment takes two thirds of it in the encoding that needs the most bytes. */
const MAX_BYTES = 64 * 1024;

const FIELDS = [
  'article',
  'replyTo',
  'name',
  'email',
  'site',
  'text',
  'token',
  'courriel',
  'comment',
  'reason',
  'follow',
  'goodFaith',
] as const;

/** The fields of a form or of a JSON body. Of a repeated field, only the first value is read. */
export type Fields = Partial<Record<(typeof FIELDS)[number], string | undefined>>;

export type Body =
  | { error: null; fields: Fields; proof: unknown }
  /** The body is not valid UTF-8. `fields` contains what could be decoded, so that the reader can correct the form. */
  | { error: 'garbled'; fields: Fields }
  | { error: 'large' | 'type' | 'malformed'; fields?: never };

const UTF_8 = /;\s*charset\s*=\s*"?utf-?8"?\s*(?:;|$)/iu;

/** Reads a body of at most `MAX_BYTES`: JSON, a URL-encoded form or a multipart form, in UTF-8. Never throws. */
export async function readRequestBody(request: Request): Promise<Body> {
  const header = request.headers.get('content-type') ?? '';
  const type = mediaTypeOf(request);
  if (request.headers.has('content-encoding')) return { error: 'type' };
  if (/;\s*charset/iu.test(header) && !UTF_8.test(header)) return { error: 'type' };
  const bytes = await readBytes(request).catch(() => 'malformed' as const);
  if (typeof bytes === 'string') return { error: bytes };
  if (type === 'application/json') return readJson(bytes);
  if (type === 'application/x-www-form-urlencoded') return readUrlEncoded(bytes);
  if (type === 'multipart/form-data') return await readMultipart(bytes, header);
  return { error: 'type' };
}

async function readBytes(request: Request): Promise<Buffer | 'large'> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) return 'large';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > MAX_BYTES) return 'large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function readJson(bytes: Buffer): Body {
  if (!isUtf8(bytes)) return { error: 'malformed' };
  let data: unknown;
  try {
    data = JSON.parse(bytes.toString());
  } catch {
    return { error: 'malformed' };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return { error: 'malformed' };
  const values = new Map<string, unknown>(Object.entries(data));
  return { error: null, fields: pick((name) => values.get(name)), proof: values.get('altcha') };
}

function readUrlEncoded(bytes: Buffer): Body {
  const text = bytes.toString();
  const parameters = new URLSearchParams(text);
  const fields = pick((name) => parameters.get(name));
  const whole = isUtf8(bytes) && isPercentUtf8(text);
  return whole ? { error: null, fields, proof: undefined } : { error: 'garbled', fields };
}

async function readMultipart(bytes: Buffer, contentType: string): Promise<Body> {
  try {
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': contentType },
    }).formData();
    const fields = pick((name) => form.get(name));
    return isUtf8(bytes) ? { error: null, fields, proof: undefined } : { error: 'garbled', fields };
  } catch {
    return { error: 'malformed' };
  }
}

/** Picks the known fields. A lone surrogate becomes a replacement character. */
function pick(get: (name: string) => unknown): Fields {
  return Object.fromEntries(
    FIELDS.flatMap((name) => {
      const value = get(name);
      return typeof value === 'string' ? [[name, Buffer.from(value).toString()]] : [];
    }),
  );
}

function isPercentUtf8(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
