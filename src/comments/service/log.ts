type Value = string | number | boolean | undefined;
/** What happened, and figures of it: never a name, an address, an e-mail or a text. */
export type Log = (event: string, details?: Readonly<Record<string, Value>>) => void;

/** One line of JSON an event, on the standard output. */
export const logLine: Log = (event, details = {}) => {
  console.log(JSON.stringify({ time: new Date().toISOString(), event, ...details }));
};

/** What can be said of an error without its message, which may quote what a reader wrote. */
export function describeError(error: unknown): { code: string; at?: string | undefined } {
  if (!(error instanceof Error)) return { code: 'unknown' };
  const at = error.stack
    ?.split('\n')
    .find((line) => line.trimStart().startsWith('at '))
    ?.trim();
  return { code: 'code' in error ? String(error.code) : error.name, at };
}
