/**
 * Reads the English name of an option, which scripts may use, as its French one.
 *
 * @param names the French name by the English one
 */
export function inFrench(args: readonly string[], names: Readonly<Record<string, string>>): string[] {
  return args.map((arg) => {
    const [, name = '', value = ''] = /^--([a-z-]+)(=.*)?$/su.exec(arg) ?? [];
    return Object.hasOwn(names, name) ? `--${names[name]}${value}` : arg;
  });
}

/** How a command is called, then one option a line. */
export function optionsHelp(usage: string, abouts: Readonly<Record<string, string>>): string {
  const width = Math.max(...Object.keys(abouts).map((name) => name.length));
  const lines = Object.entries(abouts).map(([name, about]) => `  --${name.padEnd(width)}  ${about}`);
  return [usage, '', ...lines].join('\n');
}
