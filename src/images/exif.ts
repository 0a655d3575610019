/** Tags of TIFF 6.0 and Exif (CIPA DC-008) for the place, the camera and the people of a photograph. */
const EXIF_TAGS = {
  description: 0x010e,
  make: 0x010f,
  model: 0x0110,
  software: 0x0131,
  dateTime: 0x0132,
  artist: 0x013b,
  hostComputer: 0x013c,
  xmp: 0x02bc,
  copyright: 0x8298,
  iptc: 0x83bb,
  photoshop: 0x8649,
  exifDirectory: 0x8769,
  positionDirectory: 0x8825,
  ownerName: 0xa430,
  serialNumber: 0xa431,
  lensSerialNumber: 0xa435,
} as const;
type TagName = keyof typeof EXIF_TAGS;

const LATITUDE = 2;
const ENTRY = 12;
/** The type code of a text, and the maximum size, in bytes, of a value stored in the entry itself. */
const [ASCII, INLINE] = [2, 4];

/** The tags of Exif data or of a TIFF. If the data is truncated, it contains only the readable tags. */
export interface Exif {
  has(name: TagName): boolean;
  /** The value of a text, as written; `null` when there is none. */
  text(name: TagName): string | null;
  hasPosition: boolean;
}

/** Reads the first directory of Exif data or of a TIFF, and the two directories below it. */
export function readExif(bytes: Buffer): Exif {
  const tiff = bytes.subarray(bytes.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0);
  const isLittleEndian = tiff.toString('latin1', 0, 2) === 'II';
  const holds = (at: number, length: number) => at >= 0 && at + length <= tiff.length;
  const short = (at: number) =>
    !holds(at, 2) ? 0 : isLittleEndian ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const long = (at: number) =>
    !holds(at, 4) ? 0 : isLittleEndian ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
  /** The offset of each entry, by tag. */
  const readDirectory = (start: number): Map<number, number> => {
    const places = Array.from(
      { length: start === 0 ? 0 : short(start) },
      (_, index) => start + 2 + index * ENTRY,
    );
    return new Map(places.filter((place) => holds(place, ENTRY)).map((place) => [short(place), place]));
  };
  const main = readDirectory(long(4));
  const below = (name: TagName) => {
    const place = main.get(EXIF_TAGS[name]);
    return place === undefined ? new Map<number, number>() : readDirectory(long(place + 8));
  };
  const own = below('exifDirectory');
  const placeOf = (name: TagName) => main.get(EXIF_TAGS[name]) ?? own.get(EXIF_TAGS[name]);
  return {
    has: (name) => placeOf(name) !== undefined,
    text(name) {
      const place = placeOf(name);
      if (place === undefined || short(place + 2) !== ASCII) return null;
      const length = long(place + 4);
      const start = length <= INLINE ? place + 8 : long(place + 8);
      return holds(start, length) ? tiff.toString('utf8', start, start + length) : null;
    },
    hasPosition: below('positionDirectory').has(LATITUDE),
  };
}
