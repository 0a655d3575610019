/** A tag that opens an element, by its place in the text, with what stands in it when that is no HTML. */
export interface OpeningTag {
  name: string;
  /** As written, from « < » to « > ». */
  tag: string;
  start: number;
  /** Of a script, a style, a text area or a title; `null` for all others. */
  text: string | null;
  /** After the tag, or after the end of an element that holds text alone. */
  end: number;
}

/** A comment, or an opening tag: signs in quotes do not end it (HTML, « tokenization »). */
const TAG = /<!--[\s\S]*?(?:-->|$)|<([a-zA-Z][^\s/>]*)[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>/gu;
/** What they hold is text up to their own end. */
const TEXT_ALONE = new Set(['script', 'style', 'textarea', 'title']);

/** Finds the opening tags of a page whose attributes are quoted where they hold « < » or « > », in order. */
export function openingTags(html: string): OpeningTag[] {
  const tags: OpeningTag[] = [];
  const scan = new RegExp(TAG);
  for (let match = scan.exec(html); match; match = scan.exec(html)) {
    const [tag, written] = match;
    if (written === undefined) continue;
    const name = written.toLowerCase();
    const start = match.index;
    let text: string | null = null;
    if (TEXT_ALONE.has(name)) {
      const closing = new RegExp(`</${name}\\s*>`, 'giu');
      closing.lastIndex = scan.lastIndex;
      const found = closing.exec(html);
      text = html.slice(scan.lastIndex, found?.index);
      scan.lastIndex = found ? closing.lastIndex : html.length;
    }
    tags.push({ name, tag, start, text, end: scan.lastIndex });
  }
  return tags;
}

const ATTRIBUTE = /\s([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu;

/** The attributes of a tag, by their names in small letters, entities as they are written. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of tag.matchAll(ATTRIBUTE))
    attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
  return attributes;
}
