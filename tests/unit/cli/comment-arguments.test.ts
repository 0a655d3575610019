import { describe, expect, it } from 'vitest';
import { readArguments } from '#cli/comments/arguments.ts';

describe('the arguments of the moderators’ command', () => {
  it.each([
    [[], { command: 'interactive' }],
    [['--help'], { command: 'help' }],
    [['list', '--json'], { command: 'list', json: true }],
    [['read', 'a'], { command: 'read', id: 'a' }],
    [['accept', 'a', 'b'], { command: 'accept', ids: ['a', 'b'] }],
    [['reject', 'a'], { command: 'reject', ids: ['a'] }],
    [
      ['reply', 'a', '--text', 'Oui', '--author', 'Ada'],
      { command: 'reply', id: 'a', text: 'Oui', author: 'Ada' },
    ],
    [['erase', '--email', 'a@b.fr'], { command: 'erase', email: 'a@b.fr' }],
    [['discard', 'a', 'b'], { command: 'discard', files: ['a', 'b'] }],
    [['purge'], { command: 'purge' }],
  ])('%j are understood', (given, request) => {
    expect(readArguments(given)).toEqual(request);
  });

  it.each([
    [['dance']],
    [['read']],
    [['accept']],
    [['reply', 'a']],
    [['reply', 'a', '--text', ' ']],
    [['erase']],
    [['discard']],
    [['list', '--fast']],
  ])('%j are not', (given) => {
    expect(readArguments(given)).toBeNull();
  });
});
