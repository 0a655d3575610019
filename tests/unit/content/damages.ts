import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';

const flip = (file: string, at: (length: number) => number) => {
  const bytes = readFileSync(file);
  const place = at(bytes.length);
  bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
  writeFileSync(file, bytes);
};

/** Simulates a power cut after which only the length of a file was written: its second half is zeros. */
function fillEnd(file: string): void {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0, Math.floor(bytes.length / 2)));
}

/** Damages that a disk, a power cut or an interrupted copy may do to a file. */
export const DAMAGES: readonly (readonly [name: string, damage: (file: string) => void])[] = [
  ['emptied', (file) => truncateSync(file)],
  ['cut to one byte', (file) => truncateSync(file, 1)],
  ['cut by half', (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2))],
  ['cut by one byte', (file) => truncateSync(file, readFileSync(file).length - 1)],
  ['filled with zeros', (file) => writeFileSync(file, Buffer.alloc(readFileSync(file).length))],
  ['filled with zeros at its end', fillEnd],
  ['lengthened', (file) => appendFileSync(file, '\0')],
  ['altered by one bit at its start', (file) => flip(file, () => 0)],
  ['altered by one bit in the middle', (file) => flip(file, (length) => Math.floor(length / 2))],
  ['altered by one bit at its end', (file) => flip(file, (length) => length - 1)],
  ['replaced by a text', (file) => writeFileSync(file, 'spoilt')],
];
