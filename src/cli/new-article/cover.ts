import { existsSync, statSync } from 'node:fs';
import type { ShownFormat } from '#images/formats.ts';
import { contentOf, faultsOf } from '#content/checks/safety/picture-safety.ts';
import { measureCover } from '#content/checks/project/covers.ts';
import { typeset } from '#lib/typography/typeset.ts';
import { strings } from '#strings/site.ts';

/** A picture that may be a cover, with the extension that its own bytes call for. */
export interface CoverFile {
  path: string;
  extension: 'jpg' | 'png' | 'webp' | 'avif' | 'svg';
}

const EXTENSIONS: Readonly<Partial<Record<ShownFormat, CoverFile['extension']>>> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  heif: 'avif',
  svg: 'svg',
};

/** In pixels: what the widest screens ask of a cover. */
const LEAST_WIDTH = 1600;
/** Width for one of height. Covers are cut to 16:9, 4:3 and 1:1: outside of these, too much of them is lost. */
const NARROWEST = 1.3;
const WIDEST = 2.4;

/**
 * Looks at the picture that an editor gives as a cover.
 *
 * @returns the file, or in French what is wrong with it
 */
export async function readCover(path: string): Promise<CoverFile | string> {
  const say = strings.newArticle.cover;
  if (!existsSync(path) || !statSync(path).isFile()) return say.missing(path);
  const content = contentOf(path);
  const extension = content?.format ? EXTENSIONS[content.format] : undefined;
  if (!content?.format || !extension) return say.unreadable(path, content?.name ?? null);
  const [fault] = await faultsOf(path, path, statSync(path).size, content.format);
  if (fault) return `${fault.message}. ${fault.remedy}`;
  const { width, height } = await measureCover(path, content.format);
  if (content.format !== 'svg' && width < LEAST_WIDTH) return say.small(width, height, LEAST_WIDTH);
  const shape = width / height;
  if (shape < NARROWEST) return say.narrow(width, height);
  if (shape > WIDEST) return say.wide(width, height);
  return { path, extension };
}

const LINE_LENGTH = 26;
const MOST_LINES = 3;

/** A plain cover to be replaced, in the magazine's colours: SVG that says so, over the article's title. */
export function placeholderCover(title: string): string {
  const lines = breakLines(typeset(title), LINE_LENGTH).slice(0, MOST_LINES);
  const text = lines
    .map((line, index) => `<tspan x="160" y="${360 + index * 104}">${escape(line)}</tspan>`)
    .join('');
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="1350" viewBox="0 0 1600 900">',
    `<!-- ${strings.newArticle.placeholder.comment} -->`,
    '<rect width="1600" height="900" fill="#fbf8f2"/>',
    '<rect x="40" y="40" width="1520" height="820" fill="none" stroke="#ff5a36" stroke-width="10" stroke-dasharray="40 24"/>',
    '<g font-family="Bricolage Grotesque, sans-serif" fill="#17181c">',
    `<text font-size="80" font-weight="700">${text}</text>`,
    `<text x="160" y="760" font-size="46" fill="#5d5a54">${escape(strings.newArticle.placeholder.mark)}</text>`,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function breakLines(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && `${line} ${word}`.length <= length) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function escape(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}
