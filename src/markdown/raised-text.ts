import { defineHastPlugin } from 'satteri';
import { segmentText } from '#lib/typography/segments.ts';

const LEFT_ALONE = new Set(['code', 'pre', 'kbd', 'samp', 'sup', 'sub', 'script', 'style', 'textarea']);

/** Shows ordinals and formulas as French prints them: 1<sup>er</sup>, CO<sub>2</sub>. */
export const raisedText = defineHastPlugin({
  name: 'raised-text',
  text(node, context) {
    const parent = context.parent(node);
    if (parent && 'tagName' in parent && LEFT_ALONE.has(parent.tagName)) return;
    const segments = segmentText(node.value);
    if (segments.every(({ position }) => position === 'plain')) return;
    context.replaceNode(
      node,
      segments.map(({ text, position }) =>
        position === 'plain'
          ? { type: 'text' as const, value: text }
          : {
              type: 'element' as const,
              tagName: position === 'raised' ? 'sup' : 'sub',
              properties: {},
              children: [{ type: 'text' as const, value: text }],
            },
      ),
    );
  },
});
