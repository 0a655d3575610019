import { isUtf8 } from 'node:buffer';

/** In bytes: the longest comment in the widest encoding is two thirds of it. */
export const MOST_BYTES = 64 * 1024;

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
] as const;

/** What a form or a script sent, each field at most once. */
export type Fields = Partial<Record<(typeof FIELDS)[number], string | undefined>>;

/** Who sends: a script is answered in JSON, a form in pages. */
export type Way = 'script' | 'form';

export type Body =
  | { fault: null; fields: Fields; proof: unknown }
  /** `fields` holds what could be read of it, to give it back. */
  | { fault: 'garbled'; fields: Fields }
  | { fault: 'large' | 'type' | 'malformed'; fields?: never };

const UTF_8 = /;\s*charset\s*=\s*"?utf-?8"?\s*(?:;|$)/iu;

export function wayOf(request: Request): Way {
  return mediaType(request) === 'application/json' ? 'script' : 'form';
}

/** Reads a body of at most `MOST_BYTES`, of the three types the service takes, in UTF-8. Never throws. */
export async function readBody(request: Request): Promise<Body> {
  const header = request.headers.get('content-type') ?? '';
  const type = mediaType(request);
  if (request.headers.has('content-encoding')) return { fault: 'type' };
  if (/;\s*charset/iu.test(header) && !UTF_8.test(header)) return { fault: 'type' };
  const bytes = await readBytes(request).catch(() => 'malformed' as const);
  if (typeof bytes === 'string') return { fault: bytes };
  if (type === 'application/json') return readJson(bytes);
  if (type === 'application/x-www-form-urlencoded') return readUrlEncoded(bytes);
  if (type === 'multipart/form-data') return await readMultipart(bytes, header);
  return { fault: 'type' };
}

function mediaType(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

async function readBytes(request: Request): Promise<Buffer | 'large'> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return 'large';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > MOST_BYTES) return 'large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function readJson(bytes: Buffer): Body {
  if (!isUtf8(bytes)) return { fault: 'malformed' };
  let data: unknown;
  try {
    data = JSON.parse(bytes.toString());
  } catch {
    return { fault: 'malformed' };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return { fault: 'malformed' };
  const values = new Map<string, unknown>(Object.entries(data));
  return { fault: null, fields: pick((name) => values.get(name)), proof: values.get('altcha') };
}

function readUrlEncoded(bytes: Buffer): Body {
  const text = bytes.toString();
  const parameters = new URLSearchParams(text);
  const fields = pick((name) => parameters.get(name));
  const whole = isUtf8(bytes) && isPercentUtf8(text);
  return whole ? { fault: null, fields, proof: undefined } : { fault: 'garbled', fields };
}

async function readMultipart(bytes: Buffer, contentType: string): Promise<Body> {
  try {
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': contentType },
    }).formData();
    const fields = pick((name) => form.get(name));
    return isUtf8(bytes) ? { fault: null, fields, proof: undefined } : { fault: 'garbled', fields };
  } catch {
    return { fault: 'malformed' };
  }
}

/** Half a pair of UTF-16 is no text: a sign of replacement stands for it. */
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
