import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineHastPlugin } from 'satteri';

/** The component that renders the pictures of a text; the page provides it. */
export const PICTURE_COMPONENT = 'BodyPicture';

/**
 * Replaces each picture of a text by `PICTURE_COMPONENT`, with the path of its file and the name of the component
 * around it.
 */
export const bodyPictures = defineHastPlugin({
  name: 'body-pictures',
  element: {
    filter: ['img'],
    visit({ properties: { src, alt, dataWithin } }, { fileURL }) {
      if (typeof src !== 'string' || !src.startsWith('./') || !fileURL) return undefined;
      const file = relative(process.cwd(), fileURLToPath(new URL(src, fileURL))).replaceAll('\\', '/');
      return {
        type: 'mdxJsxTextElement',
        name: PICTURE_COMPONENT,
        attributes: [
          { type: 'mdxJsxAttribute', name: 'file', value: file },
          { type: 'mdxJsxAttribute', name: 'alt', value: alt ?? '' },
          ...(typeof dataWithin === 'string'
            ? [{ type: 'mdxJsxAttribute' as const, name: 'within', value: dataWithin }]
            : []),
        ],
        children: [],
      };
    },
  },
});
