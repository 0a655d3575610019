import { parseArgs } from 'node:util';
import { strings } from '#strings/site.ts';
import { inFrench, optionsHelp } from '#cli/options.ts';
import { Refused } from './sides.ts';

const say = strings.report;
const OPTIONS = {
  base: { type: 'string' },
  proposition: { type: 'string' },
  dossier: { type: 'string', default: '.cache/report' },
  images: { type: 'string', default: '18' },
  toutes: { type: 'boolean', default: false },
  aide: { type: 'boolean', default: false },
} as const;
const ENGLISH = { head: 'proposition', output: 'dossier', help: 'aide' };

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
    return parseArgs({ args: inFrench(args, ENGLISH), options: OPTIONS }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    throw new Refused(say.wrongOption(/'([^']+)'/u.exec(message)?.[1] ?? args.join(' ')));
  }
}

/** One option a line. */
export function helpText(): string {
  return optionsHelp('npm run report -- --base main', say.options);
}
