import { describe, expect, it } from 'vitest';
import { readArguments } from '#cli/comments/arguments.ts';

describe('the arguments of the moderators’ command', () => {
  it.each([
    [[], { command: 'interactive' }],
    [['liste', '--json'], { command: 'list', json: true }],
    [['list', '--json'], { command: 'list', json: true }],
    [['lire', 'a'], { command: 'read', ids: ['a'] }],
    [['read', 'a'], { command: 'read', ids: ['a'] }],
    [['accepter', 'a', 'b'], { command: 'accept', ids: ['a', 'b'] }],
    [['accept', 'a', 'b'], { command: 'accept', ids: ['a', 'b'] }],
    [['refuser', 'a'], { command: 'reject', ids: ['a'] }],
    [['reject', 'a'], { command: 'reject', ids: ['a'] }],
    [
      ['répondre', 'a', '--texte', 'Oui', '--auteur', 'Ada'],
      { command: 'reply', ids: ['a'], text: 'Oui', author: 'Ada' },
    ],
    [['repondre', 'a', '--texte=Oui'], { command: 'reply', ids: ['a'], text: 'Oui' }],
    [
      ['reply', 'a', '--text', 'Oui', '--author', 'Ada'],
      { command: 'reply', ids: ['a'], text: 'Oui', author: 'Ada' },
    ],
    [['effacer', '--email', 'a@b.fr'], { command: 'erase', email: 'a@b.fr' }],
    [['erase', '--email', 'a@b.fr'], { command: 'erase', email: 'a@b.fr' }],
    [['supprimer', 'a', 'b'], { command: 'discard', ids: ['a', 'b'] }],
    [['discard', 'a', 'b'], { command: 'discard', ids: ['a', 'b'] }],
    [['purger'], { command: 'purge' }],
    [['purge'], { command: 'purge' }],
  ])('%j are understood', (given, request) => {
    expect(readArguments(given)).toMatchObject(request);
  });

  it.each(['--aide', '--help'])('%s asks for help', (option) => {
    expect(readArguments([option])).toBe('help');
  });

  it.each([
    [['dance']],
    [['constructor']],
    [['repondre', 'a', '--texte', ' ']],
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
