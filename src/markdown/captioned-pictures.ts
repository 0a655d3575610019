import { defineHastPlugin } from 'satteri';
import { pictureComponents } from '#model/editorial-components.ts';

/**
 * In a component that contains pictures, turns each paragraph (a picture, then its caption) into a figure named by that
 * caption (RGAA 1.9). The content check rejects all other paragraphs there.
 */
export const captionedPictures = defineHastPlugin({
  name: 'captioned-pictures',
  mdxJsxFlowElement: {
    filter: [...pictureComponents],
    visit(component, context) {
      for (const paragraph of component.children) {
        if (paragraph.type !== 'element' || paragraph.tagName !== 'p') continue;
        const [picture, next, ...others] = paragraph.children;
        if (picture?.type !== 'element' || picture.tagName !== 'img' || !next) continue;
        // Some editors end the picture's line with an explicit line break, which is not part of the caption.
        const caption = next.type === 'element' && next.tagName === 'br' ? others : [next, ...others];
        const name = context
          .textContent(paragraph)
          .trim()
          .replace(/[ \n]+/gu, ' ');
        context.replaceNode(paragraph, {
          type: 'element',
          tagName: 'figure',
          properties: { role: 'figure', ariaLabel: name },
          children: [
            { ...picture, properties: { ...picture.properties, dataWithin: component.name } },
            { type: 'element', tagName: 'figcaption', properties: {}, children: caption },
          ],
        });
      }
    },
  },
});
