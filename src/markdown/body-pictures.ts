import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineHastPlugin } from 'satteri';

/** The component that draws the pictures of a text: a page gives it to what it renders. */
export const PICTURE_COMPONENT = 'BodyPicture';

/** Gives the pictures that stand beside a text to the component that draws them, with the path of their file. */
export const bodyPictures = defineHastPlugin({
  name: 'body-pictures',
  element: {
    filter: ['img'],
    visit({ properties: { src, alt } }, { fileURL }) {
      if (typeof src !== 'string' || !src.startsWith('./') || !fileURL) return undefined;
      const file = relative(process.cwd(), fileURLToPath(new URL(src, fileURL))).replaceAll('\\', '/');
      return {
        type: 'mdxJsxTextElement',
        name: PICTURE_COMPONENT,
        attributes: [
          { type: 'mdxJsxAttribute', name: 'file', value: file },
          { type: 'mdxJsxAttribute', name: 'alt', value: String(alt ?? '') },
        ],
        children: [],
      };
    },
  },
});
