/**
 * An error whose message is written for the person who ran the command: the fault and its remedy. Commands print only
 * this message. Any other error is a bug, printed with its stack.
 */
export class ExpectedError extends Error {}
