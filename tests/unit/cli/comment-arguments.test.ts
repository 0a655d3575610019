import { describe, expect, it } from 'vitest';
import { readArguments } from '#cli/comments/arguments.ts';

describe('the arguments of the moderators’ command', () => {
  it.each([
    [[], { command: 'interactive' }],
    [['liste', '--json'], { command: 'list', json: true }],
    [['list', '--json'], { command: 'list', json: true }],
    [['lire', 'a'], { command: 'read', names: ['a'] }],
    [['read', 'a'], { command: 'read', names: ['a'] }],
    [['accepter', 'a', 'b'], { command: 'accept', names: ['a', 'b'] }],
    [['accept', 'a', 'b'], { command: 'accept', names: ['a', 'b'] }],
    [['refuser', 'a'], { command: 'reject', names: ['a'] }],
    [['reject', 'a'], { command: 'reject', names: ['a'] }],
    [
      ['répondre', 'a', '--texte', 'Oui', '--auteur', 'Ada'],
      { command: 'reply', names: ['a'], text: 'Oui', author: 'Ada' },
    ],
    [['repondre', 'a', '--texte=Oui'], { command: 'reply', names: ['a'], text: 'Oui' }],
    [
      ['reply', 'a', '--text', 'Oui', '--author', 'Ada'],
      { command: 'reply', names: ['a'], text: 'Oui', author: 'Ada' },
    ],
    [['effacer', '--email', 'a@b.fr'], { command: 'erase', email: 'a@b.fr' }],
    [['erase', '--email', 'a@b.fr'], { command: 'erase', email: 'a@b.fr' }],
    [['effacer', 'a', 'b'], { command: 'erase', names: ['a', 'b'], email: '' }],
    [['retirer', 'a'], { command: 'withdraw', names: ['a'] }],
    [['annuler', 'a'], { command: 'undo', names: ['a'] }],
    [['exporter', 'a.json'], { command: 'export', names: ['a.json'] }],
    [['importer'], { command: 'import', names: [] }],
    [['sauvegarder'], { command: 'backup', names: [] }],
    [['restaurer', 'a', '--remplacer'], { command: 'restore', names: ['a'], replaces: true }],
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
    [['erase', 'a', '--email', 'a@b.fr']],
    [['restore']],
    [['export']],
    [['list', '--fast']],
  ])('%j are not', (given) => {
    expect(readArguments(given)).toBeNull();
  });
});
