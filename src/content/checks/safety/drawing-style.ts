/** A part of a drawing that a style refers to by `url(#id)`: a paint, a clip, a mask or a marker. */
export interface StyleReference {
  /** The id of the part. */
  to: string;
  /** The property that refers to it. */
  property: string;
  /** The selector of the rule, as written; empty in an attribute. */
  selector: string;
}

/** The references of a style, and its first forbidden token. */
export interface ReadStyle {
  references: StyleReference[];
  fault: string | null;
}

/** CSS functions that compute a value, a colour, a shape or a transform, or that belong to selectors. */
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

/** Comments, strings, names followed by a bracket (functions), at-rules and separators of declarations. */
const TOKEN =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n\r\f]|\\[\s\S])*"?|'(?:[^'\\\n\r\f]|\\[\s\S])*'?|[-\w\u0080-\uFFFF]+\(?|@[-\w]*|[{};\\]/gu;
/** A string closed by its own quotation mark. Parsers disagree on how to end an unclosed one. */
const WHOLE_STRING = /^(?<mark>["'])[\s\S]*\k<mark>$/u;
/** A reference to a part of the same drawing, `#id`. No character of the id can end a `url()` early. */
const OWN_PART = /^#[^\s"'()\\;{}]+$/u;

/** Whether an address is an embedded picture, in a format that cannot run code. */
export function isPictureData(address: string): boolean {
  return SAFE_DATA.test(address);
}

/**
 * Scans the CSS of an element or an attribute token by token, in linear time.
 *
 * @param attribute the presentation attribute that has this value, such as « fill »; none for declarations or rules
 */
export function readStyle(css: string, attribute?: string): ReadStyle {
  const references: StyleReference[] = [];
  const scanner = new RegExp(TOKEN);
  let selector = '';
  /** Where the current declaration starts. Its property name is read from there, only if its value contains `url()`. */
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

/** Reads the address inside `url()`, without quotation marks. */
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
