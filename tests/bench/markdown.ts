import type { Block } from './article.ts';

export type ComponentName = 'note' | 'quotation' | 'figure' | 'step' | 'timeline';

/** How an engine writes a component of its own around a text. */
export type Around = (name: ComponentName, attributes: readonly string[], text: string) => string;

/** The text of an article, in Markdown with the components of an engine. */
export function writeBlocks(blocks: readonly Block[], around: Around): string {
  return blocks.map((block) => `${markdown(block, around)}\n`).join('\n');
}

function markdown(block: Block, around: Around): string {
  switch (block.kind) {
    case 'heading':
      return `## ${block.text}`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'note':
      return around('note', [block.title], block.text);
    case 'quotation':
      return around('quotation', [block.author], block.text);
    case 'figure':
      return around('figure', [block.value, block.source], block.text);
    case 'timeline': {
      const steps = block.steps.map(({ date, text }) => around('step', [date], text));
      return around('timeline', [block.title], steps.join('\n'));
    }
    default:
      return block.text;
  }
}
