/** Tells where a long work stands: on one line of a terminal, on a line each in a log. */
export function tellProgress(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[2K${words}`);
  else process.stderr.write(`${words}\n`);
}
