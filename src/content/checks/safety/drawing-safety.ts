import {
  type DrawnAttribute,
  type DrawnElement,
  DrawingFault,
  parseDrawing,
  shown,
  SVG,
  valueOf,
  XLINK,
} from './drawing-tree.ts';
import { isPictureData, readStyle } from './drawing-style.ts';
import { drawingWork } from './drawing-work.ts';
import { type ContentProblem, placeAt } from '#model/problems.ts';

/** Maximum number of problems reported for a drawing. */
const MAX_REPORTED = 10;

const PROGRAM = 'Exportez le dessin en « SVG simple », sans programme ni interaction';
const SIMPLE = 'Exportez le dessin en « SVG simple », ou supprimez cette partie';
const OTHER_PAGE =
  'Exportez les textes en texte SVG ou en tracés (draw.io : décochez « Texte mis en forme » ; Illustrator : décochez « Conserver les fonctions d’édition »)';
const WITHIN =
  'N’utilisez que des renvois à l’intérieur du dessin (« #nom ») et des images incorporées (PNG, JPEG, WebP ou GIF)';

/** Elements of SVG 1.1 and 2, and of Inkscape and Illustrator, that draw, describe or animate shapes. */
const ELEMENTS = new Set(
  [
    'svg g defs symbol use switch a view title desc metadata style cursor',
    'path rect circle ellipse line polyline polygon image',
    'text tspan textPath tref altGlyph altGlyphDef altGlyphItem glyphRef',
    'flowRoot flowRegion flowRegionExclude flowPara flowDiv flowSpan flowLine flowTref',
    'linearGradient radialGradient meshgradient meshrow meshpatch stop solidcolor solidColor pattern hatch hatchpath',
    'clipPath mask marker filter',
    'feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap',
    'feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode',
    'feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence',
    'animate animateColor animateMotion animateTransform mpath set',
    'font font-face font-face-src font-face-name font-face-format font-face-uri glyph missing-glyph hkern vkern',
    'color-profile',
  ].flatMap((names) => names.split(' ')),
);
const PROGRAMS = /^(?:script|handler|listener)$/iu;
/** Elements that show another page or media. */
const PAGES = /^(?:foreignObject|iframe|embed|object|audio|video|canvas)$/iu;
/** Namespaces whose elements browsers interpret, even inside a drawing. */
const LIVE_SPACES =
  /^http:\/\/www\.w3\.org\/(?:1999\/xhtml|1998\/Math\/MathML|1999\/XSL\/|2001\/XInclude|2001\/xml-events|2001\/xforms|2003\/XInclude|2004\/xbl)|mozilla\.org\/(?:xbl|keymaster)/iu;

/** Attributes that contain an address, on any element. */
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'data', 'poster', 'ping', 'srcset']);
/** Attributes parsed as CSS: presentation attributes (SVG 2), and the values that an animation gives them. */
const STYLED = new Set(
  [
    'clip clip-path clip-rule color cursor fill filter font font-family mask mask-image marker marker-start marker-mid',
    'marker-end shape-inside shape-subtract stroke stop-color flood-color lighting-color transform d',
    'to from by values',
  ].flatMap((names) => names.split(' ')),
);

type Report = (offset: number, message: string, remedy: string) => void;

/** Parses a drawing (SVG). Returns its problems, with their places, and the bitmap pictures embedded in it. */
export function readDrawing(file: string, text: string): { problems: ContentProblem[]; pictures: Buffer[] } {
  const pictures: Buffer[] = [];
  const found = new Map<string, ContentProblem>();
  const report: Report = (offset, message, remedy) => {
    if (found.has(message) || found.size >= MAX_REPORTED) return;
    found.set(message, { file, ...placeAt(text, offset), message, remedy });
  };
  try {
    const root = parseDrawing(text);
    if (root.local !== 'svg' || root.space !== SVG)
      report(
        root.offset,
        root.local === 'svg' ? 'Ce dessin n’est pas déclaré comme SVG' : 'Ce fichier n’est pas un dessin SVG',
        'Son premier élément doit être <svg xmlns="http://www.w3.org/2000/svg">',
      );
    if (root.local === 'svg' && !isSized(root))
      report(
        root.offset,
        'Ce dessin n’a pas de dimensions',
        'Donnez à l’élément <svg> un « viewBox », par exemple viewBox="0 0 1600 900"',
      );
    checkElements(root, text, report, pictures);
    if (found.size === 0) drawingWork(root);
  } catch (error) {
    if (!(error instanceof DrawingFault)) throw error;
    report(error.offset, error.message, error.remedy);
  }
  return { problems: [...found.values()], pictures };
}

/** Whether a drawing can be displayed at any size: it has a viewBox, or a width and a height with units. */
function isSized(root: DrawnElement): boolean {
  const isLength = (value: string) => /^\s*[\d.]+(?:e\d+)?(?:px|pt|pc|mm|cm|in|r?em|ex)?\s*$/u.test(value);
  return (
    valueOf(root, 'viewBox').trim() !== '' ||
    (isLength(valueOf(root, 'width')) && isLength(valueOf(root, 'height')))
  );
}

function checkElements(element: DrawnElement, text: string, report: Report, pictures: Buffer[]): void {
  const isRefused = checkElement(element, report);
  for (const attribute of element.attributes) {
    checkAttribute(element, attribute, text, report);
    const { local, value } = attribute;
    if (local === 'href' && isPictureData(value.trim())) pictures.push(embedded(value));
  }
  // The contents of a refused element are not SVG: skip them.
  if (!isRefused) for (const child of element.children) checkElements(child, text, report, pictures);
}

/**
 * Checks one element. Elements of other namespaces are metadata of drawing programs, which browsers ignore, except in
 * the namespaces of `LIVE_SPACES`. Returns whether the element is a script or another page.
 */
function checkElement({ name, local, space, text, offset }: DrawnElement, report: Report): boolean {
  const written = `<${shown(name)}>`;
  const isProgram = PROGRAMS.test(local);
  const isPage = LIVE_SPACES.test(space) || (space === SVG && PAGES.test(local));
  if (isProgram) report(offset, `Ce dessin contient un programme (${written})`, PROGRAM);
  else if (isPage) report(offset, `Ce dessin contient une autre page (${written})`, OTHER_PAGE);
  else if (space === SVG && !ELEMENTS.has(local))
    report(offset, `Ce dessin contient ${written}, qui ne dessine rien`, SIMPLE);
  if (local === 'style') checkStyle(text, written, offset, report);
  return isProgram || isPage;
}

function checkAttribute(
  element: DrawnElement,
  { name, local, space, value }: DrawnAttribute,
  text: string,
  report: Report,
): void {
  const written = `attribut « ${shown(name)} »`;
  const at = () => {
    const place = text.indexOf(name, element.offset);
    return place < 0 ? element.offset : place;
  };
  if (space === '' && /^on/iu.test(local))
    report(at(), `Ce dessin contient un programme (${written})`, PROGRAM);
  if (name === 'xml:base') report(at(), `Ce dessin change l’adresse de ses renvois (${written})`, SIMPLE);
  if (local === 'attributeName' && !isAnimated(value))
    report(at(), `Ce dessin change une adresse ou un programme en s’animant (${written})`, PROGRAM);
  if ((space === '' || space === XLINK) && ADDRESSES.has(local.toLowerCase()) && !leadsWithin(element, value))
    report(
      at(),
      `Ce dessin mène à une autre adresse ou va chercher un autre fichier (${written} de <${shown(element.name)}>)`,
      WITHIN,
    );
  if (space !== '') return;
  if (name === 'style') checkStyle(value, written, at(), report);
  else if (STYLED.has(name)) checkStyle(value, written, at(), report, name);
}

/** Whether an animation may change this attribute. Addresses, scripts and styles are refused, with any prefix. */
function isAnimated(attribute: string): boolean {
  const local = attribute.trim().replace(/^.*:/su, '').toLowerCase();
  return !ADDRESSES.has(local) && !/^(?:on|attributename|style|xmlns|base)/u.test(local);
}

function leadsWithin({ local }: DrawnElement, value: string): boolean {
  const address = value.trim();
  if (address === '' || address.startsWith('#')) return true;
  return ['image', 'feImage'].includes(local) && isPictureData(address);
}

function embedded(address: string): Buffer {
  const base64 = address.slice(address.indexOf(',') + 1);
  return Buffer.from(
    base64.replace(/%(?<code>[\da-f]{2})/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    'base64',
  );
}

function checkStyle(css: string, place: string, offset: number, report: Report, attribute?: string): void {
  const { fault } = readStyle(css, attribute);
  if (fault === null) return;
  if (fault.toLowerCase() === 'url(' || fault.toLowerCase() === '@import')
    report(offset, `Ce dessin va chercher un autre fichier par son style (${place})`, WITHIN);
  else if (fault === '\\')
    report(offset, `Le style de ce dessin écrit des caractères par leur numéro, « \\ » (${place})`, SIMPLE);
  else report(offset, `Le style de ce dessin contient « ${shown(fault)} » (${place})`, SIMPLE);
}
