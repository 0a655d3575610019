import { satteri } from '@astrojs/markdown-satteri';
import { mdxSource } from '#lib/mdx/mdx-source.ts';
import { markdownOptions } from './options.ts';

const processor = satteri(markdownOptions);

/** The processor for content that Astro renders: the magazine's own pages, and articles that import components. */
export const markdownProcessor: typeof processor = {
  ...processor,
  createMdxRenderer: async (...options) => {
    const renderer = await processor.createMdxRenderer?.(...options);
    if (!renderer) throw new Error('This version of @astrojs/markdown-satteri renders no MDX');
    return {
      ...renderer,
      process: (content, ...rest) => renderer.process(mdxSource(content.normalize('NFC')).text, ...rest),
    };
  },
};
