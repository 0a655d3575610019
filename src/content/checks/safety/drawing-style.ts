/** A part of a drawing that a style names: what paints, cuts or marks shapes. */
export interface StyleReference {
  /** The id of the part. */
  to: string;
  /** The property that names it. */
  property: string;
  /** The selector of the shapes, as it is written; empty in an attribute. */
  selector: string;
}

/** What a style asks for, and the first thing in it that a drawing may not hold. */
export interface ReadStyle {
  references: StyleReference[];
  fault: string | null;
}

/** Functions that compute a value, a colour, a shape or a movement, or that tell which shapes are meant. */
const FUNCTIONS = new Set(
  [
    'rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark icc-color device-cmyk',
    'calc min max clamp abs sign round mod rem sin cos tan asin acos atan atan2 pow sqrt hypot log exp var env',
    'matrix matrix3d translate translatex translatey translatez translate3d scale scalex scaley scalez scale3d',
    'rotate rotatex rotatey rotatez rotate3d skew skewx skewy perspective cubic-bezier steps linear',
    'path circle ellipse inset polygon rect xywh ray shape local format tech',
    'blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia',
    'linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient',
    'not is where has matches nth-child nth-last-child nth-of-type nth-last-of-type lang dir host',
    'and or supports selector layer counter counters attr',
  ].flatMap((names) => names.split(' ')),
);
const AT_RULES = new Set(
  'media supports font-face keyframes -webkit-keyframes charset namespace layer container property page'.split(
    ' ',
  ),
);
const SAFE_DATA = /^data:image\/(?:png|jpe?g|gif|webp)(?:;[\w=-]+)*;base64,[\w+/=\s%]*$/iu;
const FONT_DATA =
  /^data:(?:font|application)\/(?:x-)?(?:font-)?(?:woff2?|ttf|otf|truetype|opentype)(?:;[\w=-]+)*;base64,[\w+/=\s%]*$/iu;

/** Comments, strings, names with the bracket that makes them functions, rules, and what separates declarations. */
const TOKEN =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n\r\f]|\\[\s\S])*"?|'(?:[^'\\\n\r\f]|\\[\s\S])*'?|[-\w\u0080-\uFFFF]+\(?|@[-\w]*|[{};\\]/gu;
/** What ends a string before its quotation mark is read by each program in its own way. */
const WHOLE_STRING = /^(?<mark>["'])[\s\S]*\k<mark>$/u;
/** A part of the drawing itself: an address in which nothing could end it sooner than it seems. */
const OWN_PART = /^#[^\s"'()\\;{}]+$/u;

/** Whether an address is that of a picture that the drawing holds itself, of a kind that runs nothing. */
export function isPictureData(address: string): boolean {
  return SAFE_DATA.test(address);
}

/**
 * Reads a style, of an element or of an attribute, token by token, in a time that grows as its length.
 *
 * @param attribute the presentation attribute whose value it is, as « fill »; none for declarations or rules
 */
export function readStyle(css: string, attribute?: string): ReadStyle {
  const references: StyleReference[] = [];
  const scanner = new RegExp(TOKEN);
  let selector = '';
  /** Where the declaration begins, and the property that it sets once it names a part. */
  let start = 0;
  let property = attribute;
  for (let found = scanner.exec(css); found; found = scanner.exec(css)) {
    const [token] = found;
    const isRule = token.startsWith('@');
    const isOpenString = /^["']/u.test(token) && (token.length < 2 || !WHOLE_STRING.test(token));
    if (token === '\\' || isOpenString || (isRule && !AT_RULES.has(token.slice(1).toLowerCase())))
      return { references, fault: isOpenString ? token.charAt(0) : token };
    if ('{};'.includes(token)) {
      if (token !== ';') selector = token === '{' ? css.slice(start, found.index).trim() : '';
      start = scanner.lastIndex;
      property = attribute;
    }
    if (!/^[^"'/].*\($/u.test(token) || FUNCTIONS.has(token.slice(0, -1).toLowerCase())) continue;
    if (token.toLowerCase() !== 'url(') return { references, fault: token };
    const { address, end } = readAddress(css, scanner.lastIndex);
    scanner.lastIndex = end;
    property ??= css.slice(start, found.index).split(':', 1)[0]?.trim().toLowerCase() ?? '';
    if (OWN_PART.test(address)) references.push({ to: address.slice(1), property, selector });
    else if (address !== '' && !isPictureData(address) && !FONT_DATA.test(address))
      return { references, fault: token };
  }
  return { references, fault: null };
}

/** The address between the brackets of `url()`, without quotation marks. */
function readAddress(css: string, from: number): { address: string; end: number } {
  let first = from;
  while (' \t\n\r\f'.includes(css[first] ?? 'x')) first += 1;
  const quote = css[first] === '"' || css[first] === "'" ? css[first] : null;
  if (quote) first += 1;
  const last = css.indexOf(quote ?? ')', first);
  const end = last < 0 ? css.length : last;
  const address = css.slice(first, end);
  return {
    address: quote ? address : address.replace(/[ \t\n\r\f]{1,99}$/u, ''),
    end: quote ? end + 1 : end,
  };
}
