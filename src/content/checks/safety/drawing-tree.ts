import sax from 'sax';

/** The namespace of SVG elements. */
export const SVG = 'http://www.w3.org/2000/svg';
/** The namespace of links in older SVG files. */
export const XLINK = 'http://www.w3.org/1999/xlink';
const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** Maximum nesting of elements. No drawing program nests more deeply, and recursive code could overflow the stack. */
const MAX_DEPTH = 100;
/** Processing instructions that drawing programs leave in their exports, and that browsers ignore. */
const KNOWN_INSTRUCTIONS = /^(?:xml|xpacket|adobe-[\w-]+)$/u;
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/u;
/** Parser options. Only the five entities of XML 1.0 are accepted: a browser fails on those of HTML. */
const STRICT = { position: true, strictEntities: true };

const EXPORT = 'Exportez de nouveau le dessin, en « SVG simple »';
const IN_UTF8 = 'Enregistrez le dessin en UTF-8, dans un logiciel de dessin ou un éditeur de texte';

/** An attribute, with its prefix resolved. */
export interface DrawnAttribute {
  /** As written, prefix included. */
  name: string;
  local: string;
  /** URI of the namespace; empty for none. */
  space: string;
  value: string;
}

/** An element of a drawing, with its prefix resolved. */
export interface DrawnElement {
  name: string;
  local: string;
  space: string;
  attributes: readonly DrawnAttribute[];
  children: DrawnElement[];
  /** The text directly inside the element. */
  text: string;
  /** Where the element starts in the file. */
  offset: number;
}

/** A fault that stops the reading of a drawing; its messages are in French, for editors. */
export class DrawingFault extends Error {
  readonly offset: number;
  readonly remedy: string;

  constructor(offset: number, message: string, remedy: string) {
    super(message);
    this.offset = offset;
    this.remedy = remedy;
  }
}

/** The value of an attribute; empty when it is missing. */
export function valueOf({ attributes }: DrawnElement, wanted: string): string {
  return attributes.find(({ name }) => name === wanted)?.value ?? '';
}

/**
 * Namespace URIs by prefix. The prototype of an element's object is the object of its parent element; `null` for the
 * root.
 */
type Namespaces = Record<string, string>;

const PREDEFINED = Object.assign(Object.create(null) as Namespaces, { xml: XML, xmlns: XMLNS });

/**
 * Parses a drawing as strictly as a browser does, in linear time.
 *
 * @throws DrawingFault at the first XML error
 */
export function parseDrawing(text: string): DrawnElement {
  const parser = sax.parser(true, STRICT);
  const open: { element: DrawnElement; spaces: Namespaces }[] = [];
  let root = null as DrawnElement | null;
  let written: { name: string; value: string }[] = [];
  let start = 0;

  const refuse = (message: string, remedy = EXPORT): never => {
    throw new DrawingFault(start, message, remedy);
  };
  const refuseControls = (value: string, remedy = EXPORT) => {
    if (CONTROL.test(value)) refuse('Ce dessin contient un caractère de contrôle invisible', remedy);
  };
  const take = (value: string) => {
    refuseControls(value);
    const last = open.at(-1);
    if (last) last.element.text += value;
  };
  start = Math.max(0, text.search(CONTROL));
  refuseControls(text, IN_UTF8);

  parser.onerror = () => {
    start = Math.max(0, Math.min(parser.position, text.length) - 1);
    refuse('Ce dessin n’est pas écrit en XML : un logiciel ne peut pas le lire à partir d’ici');
  };
  parser.onprocessinginstruction = ({ name, body }) => {
    start = Math.max(0, parser.position - body.length - name.length - 5);
    if (!KNOWN_INSTRUCTIONS.test(name)) refuse(`Ce dessin contient une instruction (<?${shown(name)}?>)`);
    if (name !== 'xml') return;
    const encodings = [...body.matchAll(/encoding\s*=\s*["'](?<name>[^"']*)/gu)];
    const other = encodings.find(({ groups }) => !/^(?:utf-?8|us-ascii)$/iu.test(groups?.['name'] ?? ''));
    if (other)
      refuse(`Ce dessin est écrit en « ${shown(other.groups?.['name'] ?? '')} », et non en UTF-8`, IN_UTF8);
  };
  parser.ondoctype = (doctype) => {
    start = Math.max(0, parser.position - doctype.length - 10);
    if (/[[\]]|<!/u.test(doctype)) refuse('Ce dessin définit des entités XML (<!DOCTYPE … [ ]>)');
  };
  parser.onsgmldeclaration = () => refuse('Ce dessin définit des entités XML');
  parser.onattribute = ({ name, value }) => {
    refuseControls(value);
    written.push({ name, value });
  };
  // sax calls this after an element's name, before its attributes; its types omit this event.
  Object.assign(parser, {
    onopentagstart: () => {
      start = Math.max(0, parser.startTagPosition - 1);
    },
  });
  parser.onopentag = ({ name }) => {
    const above = open.at(-1);
    if (open.length >= MAX_DEPTH)
      refuse(`Plus de ${MAX_DEPTH} groupes s’emboîtent dans ce dessin`, 'Dégroupez ses formes');
    if (!above && root) refuse('Ce fichier contient deux dessins', 'Enregistrez-en un par fichier');
    const spaces = declaredIn(above?.spaces ?? PREDEFINED, written);
    const resolve = (qualified: string, isElement: boolean) => {
      const parts = qualified.split(':');
      const local = parts.at(-1) ?? '';
      if (qualified === 'xmlns') return { name: qualified, local, space: XMLNS };
      if (parts.length === 1) return { name: qualified, local, space: isElement ? (spaces[''] ?? '') : '' };
      const space = spaces[parts[0] ?? ''];
      if (!space || parts.length > 2 || local === '')
        return refuse(
          `Le préfixe de « ${shown(qualified)} » n’est pas déclaré dans ce dessin`,
          `Ajoutez sa déclaration « xmlns:${shown(parts[0] ?? '')} » à l’élément <svg>, ou supprimez-le`,
        );
      return { name: qualified, local, space };
    };
    const element: DrawnElement = {
      ...resolve(name, true),
      attributes: written.map((attribute) => ({ ...resolve(attribute.name, false), value: attribute.value })),
      children: [],
      text: '',
      offset: start,
    };
    written = [];
    above?.element.children.push(element);
    root ??= element;
    open.push({ element, spaces });
  };
  parser.onclosetag = () => void open.pop();
  parser.ontext = take;
  parser.oncdata = take;
  parser.write(text).close();
  return root ?? refuse('Ce fichier n’est pas un dessin SVG');
}

/** The namespaces inside an element that has these attributes. */
function declaredIn(around: Namespaces, attributes: readonly { name: string; value: string }[]): Namespaces {
  const here = attributes.filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'));
  const declared = here.map(({ name, value }) => [name.slice('xmlns:'.length), value] as const);
  return here.length === 0
    ? around
    : Object.assign(Object.create(around) as Namespaces, Object.fromEntries(declared));
}

/** Shortens a name from the file for use in a message. */
export function shown(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}
