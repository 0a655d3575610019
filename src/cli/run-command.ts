import { inertText } from '#lib/html/inert-text.ts';
import { ExpectedError } from '#lib/expected-error.ts';
import { type CommandLine, helpText, type OptionSpecs, readOptions, UsageError } from './options.ts';

export interface Command<Specs extends OptionSpecs> {
  /** As it is typed: `npm run report -- --base main`. */
  usage: string;
  options: Specs;
}

/**
 * Runs a command: answers `--aide`, reads its options, and prints expected errors without a stack trace.
 *
 * Exit code: the one that `main` returns; 1 for an expected error, 2 for a wrong option.
 */
export async function runCommand<const Specs extends OptionSpecs>(
  { usage, options }: Command<Specs>,
  main: (commandLine: CommandLine<Specs>) => Promise<number> | number,
): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--aide') || args.includes('--help')) {
    console.log(helpText(usage, options));
    return;
  }
  try {
    process.exitCode = await main(readOptions(options, args));
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    console.error(inertText(error.message));
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
