export interface WaitingLine {
  /** Waits its turn, and for this to be so. */
  until(isSo: () => boolean): Promise<void>;
  /** Has the first in line look again. */
  call(): void;
}

/** Those who wait for something to come true, in the order in which they came. */
export function waitingLine(): WaitingLine {
  const line: (() => void)[] = [];
  return {
    async until(isSo: () => boolean): Promise<void> {
      while (!isSo()) await new Promise<void>((resolve) => line.push(resolve));
    },
    call: () => line.shift()?.(),
  };
}
