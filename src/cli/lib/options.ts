import { parseArgs } from 'node:util';
import { inertText } from '#lib/html/inert-text.ts';
import { nearest } from '#lib/nearest.ts';
import { fr } from '#lib/typography/fr.ts';
import { ExpectedError } from '#lib/expected-error.ts';

/** A wrong option, or a name that does not exist. */
export class UsageError extends ExpectedError {}

interface OptionSpec {
  type: 'boolean' | 'string';
  multiple?: boolean;
  default?: string | boolean | string[];
  /** Description of the option in the help. */
  about?: string;
  /** English name of the option, for scripts. */
  english?: string;
}
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type Values<Specs extends OptionSpecs> = ReturnType<
  typeof parseArgs<{ options: Specs; allowPositionals: true }>
>['values'];

/** A parsed command line: the values of its options, and its other arguments. */
export interface CommandLine<Specs extends OptionSpecs> {
  options: Values<Specs>;
  names: string[];
}

/**
 * Reads the arguments of a command. Options have French names, and English aliases for scripts.
 *
 * @throws UsageError for an option that is unknown or lacks its value
 */
export function readOptions<const Specs extends OptionSpecs>(
  specs: Specs,
  args: readonly string[],
): CommandLine<Specs> {
  const aliases = new Map(Object.entries(specs).map(([name, { english }]) => [english, name]));
  const inFrench = (arg: string) =>
    arg.replace(/^--([^=]+)/su, (written, name: string) =>
      aliases.has(name) ? `--${aliases.get(name)}` : written,
    );
  try {
    const { values, positionals } = parseArgs({
      args: args.map(inFrench),
      options: specs,
      allowPositionals: true,
    });
    return { options: values, names: positionals };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const written = /'(?:-\w, )?(-[^' ]*)/u.exec(message)?.[1] ?? message;
    const meant = nearest(written, Object.keys(specs));
    const hint = meant === null || written === `--${meant}` ? '' : fr` Vouliez-vous dire --${meant} ?`;
    throw new UsageError(
      fr`Option inconnue ou incomplète : ${written}.` + hint + fr` Pour voir les options : --aide`,
    );
  }
}

/** Returns the help of a command: its usage, then one option per line. */
export function helpText(usage: string, specs: OptionSpecs): string {
  const abouts = Object.entries(specs).map(([name, { about = '' }]) => [name, about] as const);
  const lines = [...abouts, ['aide', 'afficher cette aide'] as const];
  const width = Math.max(...lines.map(([name]) => name.length));
  return [usage, '', ...lines.map(([name, about]) => `  --${name.padEnd(width)}  ${about}`)].join('\n');
}

/**
 * Runs a command: prints its help for `--aide`, reads its options, and prints expected errors without a stack trace.
 * Exit code: the one that `main` returns; 1 for an expected error, 2 for a wrong option.
 *
 * @param command.usage as it is typed: `npm run report -- --base main`
 */
export async function runCommand<const Specs extends OptionSpecs>(
  { usage, options }: { usage: string; options: Specs },
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
