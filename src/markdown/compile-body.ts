import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type MdxCompileOptions, mdxToJs } from 'satteri';
import { mdxSource } from '#lib/mdx/mdx-source.ts';
import { mayHaveSuperscripts } from '#lib/typography/segments.ts';
import type { BodyHeading, BodyNode, CompiledBody } from '#model/compiled-body.ts';
import { PICTURE_COMPONENT } from './body-pictures.ts';
import { markdownOptions } from './options.ts';
import { runCompiled } from './run-compiled.ts';
import { superscripts } from './superscripts.ts';

/** The output format that `runCompiled` requires. */
const OUTPUT = {
  outputFormat: 'function-body',
  optimizeStatic: { component: 'Fragment', prop: 'set:html' },
  elementAttributeNameCase: 'html',
} satisfies MdxCompileOptions;

/**
 * Compiles the MDX of an article with Sätteri and the options of @astrojs/mdx: static parts become HTML, components
 * become nodes.
 *
 * @param file path of the article; its pictures are in the same folder
 * @param components names that the text may use
 * @throws Sätteri's Error « line:column: message » when the text cannot be parsed
 */
export function compileBody(source: string, file: string, components: readonly string[]): CompiledBody {
  const { text } = mdxSource(source);
  const { hastPlugins } = markdownOptions;
  const { code } = mdxToJs(text, {
    ...markdownOptions,
    ...OUTPUT,
    // Most texts have no superscript, and this plugin visits every word.
    hastPlugins: mayHaveSuperscripts(text)
      ? hastPlugins
      : hastPlugins.filter((plugin) => plugin !== superscripts),
    fileURL: pathToFileURL(resolve(file)),
  });
  const nodes = runCompiled(code, [...components, PICTURE_COMPONENT]);
  return { nodes, headings: headingsOf(nodes) };
}

const HEADING = /<h([1-6])(?: class="[^"]*")? id="([^"]*)">(.*?)<\/h\1>/gsu;
const FOOTNOTE_CALL = /<sup><a [^>]*data-footnote-ref[^>]*>[^<]*<\/a><\/sup>/gu;
const NOT_IN_LINKS = /<\/?a(?: [^>]*)?>|<img [^>]*>|<br>/gu;

/** The headings of a compiled text, in order. Their HTML contains only elements allowed inside a link. */
function headingsOf(nodes: readonly BodyNode[]): BodyHeading[] {
  return [...htmlOf(nodes).matchAll(HEADING)].map(([, level, slug = '', html = '']) => ({
    depth: Number(level),
    slug,
    html: html
      .replace(FOOTNOTE_CALL, '')
      .replace(NOT_IN_LINKS, (tag) => (tag === '<br>' ? ' ' : ''))
      .trim(),
  }));
}

/** Joins all HTML, including that of the components' children. */
function htmlOf(nodes: readonly BodyNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : htmlOf(node.children))).join('');
}
