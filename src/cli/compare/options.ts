import { parseArgs } from 'node:util';
import { strings } from '#strings.ts';
import { Refused } from './sides.ts';

const say = strings.report;
const OPTIONS = {
  base: { type: 'string' },
  head: { type: 'string' },
  output: { type: 'string', default: '.cache/report' },
  toutes: { type: 'boolean', default: false },
  aide: { type: 'boolean', default: false },
} as const;

/** Reads the command's options. Throws Refused, with the remedy, for one that does not exist. */
export function readOptions(args: string[]) {
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
