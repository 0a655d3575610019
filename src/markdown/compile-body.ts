import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import { type MdxCompileOptions, mdxToJs } from 'satteri';
import { mayBeRaised } from '#lib/typography.ts';
import type { BodyHeading, CompiledBody } from './body-nodes.ts';
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
  const plain = NOT_MARKDOWN.test(source) ? null : await compilePlain(source, components);
  return plain ?? compileWithPlugins(source, file, components);
}

/** Takes a third of the time that plugins take, which pass a text through JavaScript node by node. */
async function compilePlain(source: string, components: readonly string[]): Promise<CompiledBody | null> {
  const { code } = await mdxToJs(source, { features: markdownOptions.features, ...OUTPUT });
  return setPlainBody(runCompiled(code, components));
}

/** As `compileBody` does, and as @astrojs/mdx does it, whatever the text holds. */
export async function compileWithPlugins(
  source: string,
  file: string,
  components: readonly string[],
): Promise<CompiledBody> {
  const headings: BodyHeading[] = [];
  /** Where Astro's own plugin puts other headings in the place of these. */
  const astro = { headings, frontmatter: {}, localImagePaths: new Set(''), remoteImagePaths: new Set('') };
  const { code } = await mdxToJs(source, {
    ...markdownOptions,
    ...OUTPUT,
    hastPlugins: [...pluginsFor(source), satteriHeadingIdsPlugin()],
    data: { astro },
    fileURL: pathToFileURL(resolve(file)),
  });
  return { nodes: runCompiled(code, [...components, PICTURE_COMPONENT]), headings: astro.headings };
}

/** Most texts need nothing raised or lowered, for which all their words would be looked at. */
function pluginsFor(source: string) {
  const { hastPlugins } = markdownOptions;
  return mayBeRaised(source) ? hastPlugins : hastPlugins.filter((plugin) => plugin !== raisedText);
}
