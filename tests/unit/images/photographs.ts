import sharp, { type Sharp } from 'sharp';

/** Metadata of a camera: the place, the camera and its owner. */
export const EXIF = {
  IFD0: { Make: 'Essai', Model: 'Appareil 1', Artist: 'Ada Martin', Copyright: 'Ada Martin' },
  IFD2: { BodySerialNumber: '0042', CameraOwnerName: 'Ada Martin' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '48/1 51/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '2/1 20/1 0/1',
  },
};

export const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Ada &amp; fils</rdf:li></rdf:Seq></dc:creator><dc:description><rdf:Alt><rdf:li xml:lang="x-default">Le tram, à l’aube</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>';

/** A picture whose left quarter is red, and the rest blue. */
export function flag(width: number, height: number): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"><rect width="80" height="60" fill="#00c"/><rect width="20" height="60" fill="#c00"/></svg>`;
  return sharp(Buffer.from(svg)).flatten().resize(width, height, { fit: 'fill', kernel: 'nearest' });
}

/** The same picture as a camera held upright stores it: on its side, with metadata about the place and the owner. */
export async function cameraFile(width: number, height: number): Promise<Buffer> {
  const lying = await flag(width, height).rotate(270).raw().toBuffer({ resolveWithObject: true });
  const { width: across, height: down, channels } = lying.info;
  return sharp(lying.data, { raw: { width: across, height: down, channels } })
    .withExif(EXIF)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** The colour at a point, in percent from the left and from the top. */
export async function colourAt(picture: Buffer, x: number, y: number): Promise<'red' | 'blue' | 'other'> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const place = [x, y].map((percent, axis) => {
    const side = axis === 0 ? info.width : info.height;
    return Math.min(side - 1, Math.round((side * percent) / 100));
  });
  const at = ((place[1] ?? 0) * info.width + (place[0] ?? 0)) * info.channels;
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
  if (green > 60) return 'other';
  return red > 150 && blue < 60 ? 'red' : blue > 150 && red < 60 ? 'blue' : 'other';
}
