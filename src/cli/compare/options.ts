import { parseArgs } from 'node:util';
import { strings } from '#strings.ts';
import { Refused } from './sides.ts';

const say = strings.report;
const OPTIONS = {
  base: { type: 'string' },
  head: { type: 'string' },
  output: { type: 'string', default: '.cache/report' },
  images: { type: 'string', default: '18' },
  toutes: { type: 'boolean', default: false },
  aide: { type: 'boolean', default: false },
} as const;

/**
 * Reads the command's options; `pictured` is how many pages are shown in pictures at most.
 *
 * @throws Refused, with the remedy, for one that does not exist or says nothing
 */
export function readOptions(args: string[]) {
  const { images, toutes, ...values } = parse(args);
  if (!/^\d+$/u.test(images)) throw new Refused(say.wrongOption(`--images ${images}`));
  return { ...values, pictured: toutes ? Infinity : Number(images) };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    throw new Refused(say.wrongOption(/'([^']+)'/u.exec(message)?.[1] ?? args.join(' ')));
  }
}

/** One option a line. */
export function helpText(): string {
  const names = Object.keys(OPTIONS) as (keyof typeof OPTIONS)[];
  const width = Math.max(...names.map((name) => name.length));
  const lines = names.map((name) => `  --${name.padEnd(width)}  ${say.options[name]}`);
  return ['npm run report -- --base main', '', ...lines].join('\n');
}
