import type { Exif } from './exif.ts';

/** The texts in the metadata of a photograph that are meant for readers. */
export interface PhotographTexts {
  /** The name of the photographer or the agency. */
  credit: string | null;
  caption: string | null;
}

/** Datasets of IPTC’s record 2 (IIM 4.2). */
const IPTC = { byline: 80, credit: 110, caption: 120 } as const;
const [MARKER, RECORD, HEADER] = [0x1c, 2, 5];
/** Maximum size of a dataset. Larger ones have an extended header, which no text needs. */
const MAX_BYTES = 0x7fff;

/** Matches the first item of a list in XMP. */
const XMP_ITEM = String.raw`>\s*<rdf:\w+>\s*<rdf:li[^<>]*>([^<]*)<`;
const XMP = {
  creator: new RegExp(`<dc:creator${XMP_ITEM}`, 'u'),
  credit: /\bphotoshop:Credit(?:>|\s*=\s*["'])([^<"']*)/u,
  description: new RegExp(`<dc:description${XMP_ITEM}`, 'u'),
};
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: '’', amp: '&' };

/** Reads the credit and the caption in the metadata of a photograph: IPTC first, then XMP, then Exif. */
export function readPhotographTexts(exif: Exif, xmp: string, iptc: Buffer | undefined): PhotographTexts {
  const sets = readDatasets(iptc ?? Buffer.alloc(0));
  const inXmp = (pattern: RegExp) =>
    pattern.exec(xmp)?.[1]?.replace(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => ENTITIES[name] ?? '');
  const credits = [sets.get(IPTC.byline), inXmp(XMP.creator), exif.text('artist')];
  return {
    credit: firstText([...credits, sets.get(IPTC.credit), inXmp(XMP.credit)]),
    caption: firstText([sets.get(IPTC.caption), inXmp(XMP.description)]),
  };
}

/** Returns the first text that is not blank, on one line and without control characters; `null` when there is none. */
function firstText(texts: readonly (string | null | undefined)[]): string | null {
  const lines = texts.map((text) => (text ?? '').replace(/[\p{C}\s]+/gu, ' ').trim());
  return lines.find((line) => line !== '') ?? null;
}

/** Returns the first value of each dataset of IPTC’s record 2. */
function readDatasets(iptc: Buffer): Map<number, string> {
  const sets = new Map<number, string>();
  let at = iptc.indexOf(Buffer.from([MARKER, RECORD]));
  while (at >= 0 && iptc[at] === MARKER && at + HEADER <= iptc.length) {
    const [record, dataset = 0] = iptc.subarray(at + 1, at + 3);
    const length = iptc.readUInt16BE(at + 3);
    if (length > MAX_BYTES) break;
    if (record === RECORD && !sets.has(dataset))
      sets.set(dataset, decode(iptc.subarray(at + HEADER, at + HEADER + length)));
    at += HEADER + length;
  }
  return sets;
}

/** Decodes UTF-8, or else Latin-1: cameras write either, and seldom indicate which. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
