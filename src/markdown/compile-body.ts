import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type MdxCompileOptions, mdxToJs } from 'satteri';
import { mdxSource } from '#lib/mdx/mdx-source.ts';
import { mayBeRaised } from '#lib/typography/segments.ts';
import { headingsOf } from './body-headings.ts';
import type { BodyNode, CompiledBody } from '#model/compiled-body.ts';
import { PICTURE_COMPONENT } from './body-pictures.ts';
import { runCompiled } from './compiled-code.ts';
import { markdownOptions } from './options.ts';
import { setPlainBody } from './plain-body.ts';
import { raisedText } from './raised-text.ts';

/** What Sätteri gives for `runCompiled`. */
const OUTPUT = {
  outputFormat: 'function-body',
  optimizeStatic: { component: 'Fragment', prop: 'set:html' },
  elementAttributeNameCase: 'html',
} satisfies MdxCompileOptions;

/** Elements that editors write themselves, and expressions: only the tree tells them from Markdown's. */
const NOT_MARKDOWN = /<[a-z]|\{/u;

/**
 * Compiles the MDX of an article: what never changes to HTML, what a page must draw to components.
 *
 * @param file its path, beside which its pictures stand
 * @param components the names that the text may use
 * @returns its parts in order. Throws Sätteri's error, « line:column: what », where it cannot be read
 */
export async function compileBody(
  source: string,
  file: string,
  components: readonly string[],
): Promise<CompiledBody> {
  const { text } = mdxSource(source);
  const plain = NOT_MARKDOWN.test(text) ? null : await compilePlain(text, components);
  const nodes = plain ?? (await compileWithPlugins(text, file, components));
  return { nodes, headings: headingsOf(nodes) };
}

/** Takes a third of the time that plugins take, which pass a text through JavaScript node by node. */
async function compilePlain(
  source: string,
  components: readonly string[],
): Promise<readonly BodyNode[] | null> {
  const { code } = await mdxToJs(source, { features: markdownOptions.features, ...OUTPUT });
  return setPlainBody(runCompiled(code, components));
}

/** As `compileBody` does, and as @astrojs/mdx does it, whatever the text holds. */
export async function compileWithPlugins(
  source: string,
  file: string,
  components: readonly string[],
): Promise<readonly BodyNode[]> {
  const { code } = await mdxToJs(source, {
    ...markdownOptions,
    ...OUTPUT,
    hastPlugins: pluginsFor(source),
    fileURL: pathToFileURL(resolve(file)),
  });
  return runCompiled(code, [...components, PICTURE_COMPONENT]);
}

/** Most texts need nothing raised or lowered, for which all their words would be looked at. */
function pluginsFor(source: string) {
  const { hastPlugins } = markdownOptions;
  return mayBeRaised(source) ? hastPlugins : hastPlugins.filter((plugin) => plugin !== raisedText);
}
