/**
 * An error whose message is written for the person who ran the command: it says what is wrong and what to do.
 * Commands print the message alone; any other error is a bug, and keeps its stack.
 */
export class ExpectedError extends Error {}
