import { defineHastPlugin } from 'satteri';
import { segmentText } from '#lib/typography/segments.ts';

const SKIPPED = new Set(['code', 'pre', 'kbd', 'samp', 'sup', 'sub', 'script', 'style', 'textarea']);

/** Marks ordinals as superscripts and digits of formulas as subscripts: 1<sup>er</sup>, CO<sub>2</sub>. */
export const superscripts = defineHastPlugin({
  name: 'superscripts',
  text(node, context) {
    const parent = context.parent(node);
    if ('tagName' in parent && SKIPPED.has(parent.tagName)) return;
    const segments = segmentText(node.value);
    if (segments.every(({ position }) => position === 'plain')) return;
    context.replaceNode(
      node,
      segments.map(({ text, position }) =>
        position === 'plain'
          ? { type: 'text' as const, value: text }
          : {
              type: 'element' as const,
              tagName: position === 'superscript' ? 'sup' : 'sub',
              properties: {},
              children: [{ type: 'text' as const, value: text }],
            },
      ),
    );
  },
});
