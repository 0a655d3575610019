import sharp from 'sharp';

/** A harmful or mislabelled file, its path in an article, and the message that reports it. */
export interface Attack {
  name: string;
  file: string;
  bytes: string | Buffer;
  line: number;
  says: string;
}

const drawing = (inner: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"${more}>\n${inner}\n</svg>\n`;
const drawn = (name: string, bytes: string | Buffer, says: string, line = 2): Attack => ({
  name,
  file: 'couverture.svg',
  bytes,
  line,
  says,
});

/** A PNG of a few bytes whose header declares this many pixels a side. */
async function bomb(side: number): Promise<Buffer> {
  const small = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  const large = Buffer.from(small);
  large.writeUInt32BE(side, 16);
  large.writeUInt32BE(side, 20);
  // Updates the checksum of the header, because decoders reject a wrong one.
  large.writeUInt32BE(crc32(large.subarray(12, 29)), 29);
  return large;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const photograph = () =>
  sharp({ create: { width: 16, height: 9, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer();

/** Pictures of every kind that is rejected. */
export async function hostilePictures(): Promise<Attack[]> {
  const jpeg = await photograph();
  const picture = (name: string, file: string, bytes: string | Buffer, says: string): Attack => ({
    name,
    file,
    bytes,
    line: 1,
    says,
  });
  return [
    drawn('a script', drawing('<script>alert(1)</script>'), 'contient un programme (<script>)'),
    drawn('a handler', drawing('<rect onclick="alert(1)"/>'), '(attribut « onclick »)'),
    drawn(
      'a drawing a mile wide',
      drawing('').replace('width="1600"', 'width="9000000"'),
      'c’est trop long pour une page',
      1,
    ),
    drawn('a drawing without a size', drawing('').replace(/ width.*"/u, ''), 'n’a pas de dimensions', 1),
    drawn('a drawing in UTF-16', Buffer.from(`\uFEFF${drawing('')}`, 'utf16le'), 'n’est pas en UTF-8', 1),
    drawn('a drawing in Latin-1', Buffer.from(drawing('<text>é</text>'), 'latin1'), 'n’est pas en UTF-8', 1),
    drawn(
      'a bomb in a drawing',
      drawing(`<image href="data:image/png;base64,${(await bomb(60_000)).toString('base64')}"/>`),
      'image incorporée à ce dessin est endommagée, ou trop grande',
      1,
    ),
    drawn('a page named as a drawing', '<!doctype html><p>Bonjour', 'n’est pas un dessin SVG', 1),
    drawn('a drawing of 2 MB', drawing('<!-- -->'.repeat(250_000)), 'pèse plus de 1 Mo', 1),
    picture('a bomb', 'a.png', await bomb(60_000), '60000 × 60000 pixels'),
    picture('a photograph named otherwise', 'a.png', jpeg, 'n’est pas une image png'),
    picture('a drawing named as a photograph', 'a.jpg', drawing('<script/>'), 'n’est pas une image jpg'),
    picture(
      'a page named as a photograph',
      'a.webp',
      '<!doctype html><script>1</script>',
      'n’est pas une image webp',
    ),
    picture(
      'a page at the end of a photograph',
      'a.jpg',
      Buffer.concat([jpeg, Buffer.from('<script>1</script>')]),
      'contient une page',
    ),
    picture(
      'a page in the comment of a photograph',
      'a.jpg',
      Buffer.concat([
        jpeg.subarray(0, 2),
        Buffer.from([0xff, 0xfe, 0, 17]),
        Buffer.from('<html><script>1'),
        jpeg.subarray(2),
      ]),
      'contient une page',
    ),
    picture('nothing at all', 'a.avif', '', 'Ce fichier est vide'),
  ];
}

/** Texts of every kind that is rejected. Each is an article whose third line is the title. */
export function hostileTexts(article: string): Attack[] {
  const [, ...rest] = article.split('\n');
  const titled = (title: string) => ['---', `title: ${title}`, ...rest.slice(1)].join('\n');
  const ending = (text: string) => `${article}\n${text}\n`;
  const last = article.split('\n').length + 1;
  const written = (name: string, bytes: string, line: number, says: string): Attack => ({
    name,
    file: 'index.mdx',
    bytes,
    line,
    says,
  });
  const laughs = Array.from(
    { length: 9 },
    (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level},`.repeat(9)}]`,
  );
  return [
    written(
      'a billion laughs',
      article.replace('---\n', `---\nl0: &l0 ha\n${laughs.join('\n')}\n`),
      3,
      'Un texte ne peut pas commencer par « & »',
    ),
    written('1 MB of fields', titled('a'.repeat(1_000_000)), 1, 'Ce fichier dépasse 400 ko'),
    written('100 kB of fields', titled('a'.repeat(100_000)), 1, 'Les champs dépassent 64 ko'),
    written('1 MB of text', ending('mot '.repeat(250_000)), 1, 'Ce fichier dépasse 400 ko'),
    written('50 levels of quotation', ending(`${'> '.repeat(50)}a`), last, 'Plus de 16 niveaux'),
    written('50 levels of lists', ending(`${'- '.repeat(50)}a`), last, 'Plus de 16 niveaux'),
    written(
      '50 levels of boxes',
      ending('<Encadre titre="a">\n'.repeat(50)),
      last + 16,
      'Plus de 16 niveaux',
    ),
    written('100,000 levels of quotation', ending('>'.repeat(100_000)), last, 'Plus de 16 niveaux'),
    written('50 levels of YAML', titled(`${'['.repeat(50)}${']'.repeat(50)}`), 2, 'Plus de 16 niveaux'),
    written('a text turned around', titled('Facture \u202Efdp.exe'), 2, 'se trouve ici (U+202E)'),
    written('an isolate left open', ending('Un \u2066mot'), last, 'se trouve ici (U+2066)'),
    written('a null byte', ending('Un\0mot'), last, 'se trouve ici (U+0000)'),
    written('a message to a terminal', titled('\u001B]0;titre\u0007'), 2, 'se trouve ici (U+001B)'),
    written('words in tags that nobody sees', ending('Oui\u{E0041}'), last, 'se trouve ici (U+E0041)'),
    written(
      'an address in Cyrillic',
      ending('[Apple](https://аpple.com/)'),
      last,
      'des lettres d’un autre alphabet',
    ),
    written(
      'an address by its bytes',
      ending('[Apple](https://%D0%B0pple.com/)'),
      last,
      'des lettres d’un autre alphabet',
    ),
    written('a program in a link', ending('[ici](javascript:alert(1))'), last, 'ne mène nulle part'),
    written(
      'a program in a link, in pieces',
      ending('[ici](java&#10;script:alert(1))'),
      last,
      'ne mène nulle part',
    ),
    written('a page in a link', ending('[ici](data:text/html,a)'), last, 'ne mène nulle part'),
    written('code', ending('{process.exit(1)}'), last, 'sont lues comme du code'),
    written('an import', ending('import fs from "node:fs"'), last, 'est du code'),
    written('a script', ending('<script>alert(1)</script>'), last, '<script> est une balise HTML'),
    written('a handler', ending('Un <span onclick="a">mot</span>.'), last, '« onclick » n’est pas accepté'),
    written(
      'a cover out of the folder',
      article.replace('./couverture.svg', '../../../package.json'),
      15,
      'Le champ « cover.src » (Fichier) n’est pas valide',
    ),
    written(
      'a picture out of the folder',
      ending('![a](../../secret.png)'),
      last,
      'n’est pas à côté de l’article',
    ),
  ];
}
