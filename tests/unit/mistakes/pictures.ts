import sharp from 'sharp';
import { ARTICLE, error, type Mistake } from './mistake.ts';

const FOLDER = 'articles/accelerateur-ou-incubateur';
const SVG = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900"';

/** Shows a picture in the text. */
const show = (name: string): Mistake['edit'] => [
  '## Choisir selon ce qui manque\n',
  `![Une couveuse vue de face](./${name})\n\n## Choisir selon ce qui manque\n`,
];
/** Sets another picture as the cover. */
const cover = (name: string): Mistake['edit'] => ['src: ./couverture.svg', `src: ./${name}`];
const inText = (name: string, file: string, says: string): Mistake =>
  error(
    name,
    ARTICLE,
    show(file),
    '![Une couveuse',
    `L’image « ./${file} » ${says} : le site n’en fait pas une image`,
  );
const asCover = (name: string, file: string): Mistake =>
  error(name, ARTICLE, cover(file), 'src: ./', 'Le champ « cover.src » (Fichier) n’est pas valide', [
    `L’image « ./${file} » n’existe pas`,
  ]);
/** Adds a file to the article's folder. */
const beside = (name: string, file: string, bytes: Buffer, says: string, at: string | null = null): Mistake =>
  error(name, `${FOLDER}/${file}`, bytes, at, says);
const drawing = (name: string, inner: string, says: string, at = inner.slice(0, 12)): Mistake =>
  beside(name, 'dessin.svg', Buffer.from(`<svg ${SVG}>\n${inner}\n</svg>`), says, at);

const red = () => sharp({ create: { width: 800, height: 450, channels: 3, background: 'red' } });
const [jpeg, png, webp, gif] = [
  await red().jpeg().toBuffer(),
  await red().png().toBuffer(),
  await red().webp().toBuffer(),
  await red().gif().toBuffer(),
];
const start = (text: string) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(400)]);
const NOT_ITSELF = 'malgré son nom : son contenu est du';

/** Pictures that are not accepted, mislabelled or incomplete. */
export const mistakesOfPictures: readonly Mistake[] = [
  inText('a photograph of an iPhone', 'IMG_0042.HEIC', 'est au format HEIC'),
  inText('a scan in TIFF', 'scan.tif', 'est au format TIFF'),
  inText('a bitmap of Windows', 'capture.bmp', 'est au format BMP'),
  inText('a file of Photoshop', 'montage.psd', 'est au format Photoshop (PSD)'),
  inText('a page of PDF', 'plan.pdf', 'est au format PDF'),
  inText('a film', 'visite.mp4', 'est au format vidéo'),
  inText('a picture without an extension', 'photo', 'n’a pas d’extension'),
  inText('a text of a word processor', 'note.odt', 'est au format archive ou document de bureau'),
  asCover('a cover of an iPhone', 'IMG_0042.heic'),
  inText('a picture in JPEG XL', 'premiere-page.jxl', 'est au format JPEG XL'),
  beside('a PNG named as a JPEG', 'a.jpg', png, `Ce fichier n’est pas une image jpg, ${NOT_ITSELF} PNG`),
  beside('a JPEG named as a PNG', 'a.PNG', jpeg, `Ce fichier n’est pas une image png, ${NOT_ITSELF} JPEG`),
  beside('a GIF named as a WebP', 'a.webp', gif, `Ce fichier n’est pas une image webp, ${NOT_ITSELF} GIF`),
  beside('a WebP named as a JPEG', 'a.jpeg', webp, `Ce fichier n’est pas une image jpeg, ${NOT_ITSELF} WebP`),
  beside(
    'a HEIC named as a JPEG',
    'b.jpg',
    start('\0\0\0\x1cftypheic\0\0\0\0mif1heicmiaf'),
    `Ce fichier n’est pas une image jpg, ${NOT_ITSELF} HEIC`,
  ),
  beside(
    'a PDF named as a PNG',
    'b.png',
    start('%PDF-1.7\n'),
    `Ce fichier n’est pas une image png, ${NOT_ITSELF} PDF`,
  ),
  beside(
    'a page named as a GIF',
    'b.gif',
    start('<!DOCTYPE html><p>'),
    `Ce fichier n’est pas une image gif, ${NOT_ITSELF} page web`,
  ),
  beside(
    'a picture named as a drawing',
    'c.svg',
    png,
    `Ce fichier n’est pas un dessin SVG, ${NOT_ITSELF} PNG`,
  ),
  beside(
    'a copy cut short',
    'c.jpg',
    jpeg.subarray(0, jpeg.length / 2),
    'Cette image est endommagée, ou sa copie est incomplète',
  ),
  beside(
    'a JPEG of a few bytes',
    'd.jpg',
    jpeg.subarray(0, 30),
    'Cette image est endommagée : elle ne peut pas être lue',
  ),
  beside('an empty file', 'e.png', Buffer.alloc(0), 'Ce fichier est vide'),
  drawing(
    'a drawing with texts of a page',
    '<foreignObject><p>a</p></foreignObject>',
    'Ce dessin contient une autre page (<foreignObject>)',
  ),
  drawing(
    'a drawing with a link',
    '<a href="https://exemple.fr"><path/></a>',
    'Ce dessin mène à une autre adresse ou va chercher un autre fichier (attribut « href » de <a>)',
  ),
  drawing(
    'a drawing with fonts from elsewhere',
    '<style>@import url(https://fonts.example/a.css);</style>',
    'Ce dessin va chercher un autre fichier par son style (<style>)',
  ),
  drawing(
    'a drawing with a photograph beside it',
    '<image href="photo.jpg"/>',
    'Ce dessin mène à une autre adresse ou va chercher un autre fichier (attribut « href » de <image>)',
  ),
  drawing(
    'a drawing with an unclosed group',
    '<g><path/>',
    'Ce dessin n’est pas écrit en XML : un logiciel ne peut pas le lire à partir d’ici',
    '</svg>',
  ),
  beside(
    'a drawing without a size',
    'f.svg',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'),
    'Ce dessin n’a pas de dimensions',
  ),
];
