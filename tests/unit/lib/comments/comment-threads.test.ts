import { describe, expect, it } from 'vitest';
import { threadReplies } from '#lib/comments/comment-threads.ts';

const shape = (comments: { id: string; replyTo?: string }[]) =>
  threadReplies(comments).map(({ id, replies }) => [id, replies.map((reply) => reply.id)]);

describe('comments in threads', () => {
  it('stand in two levels, an answer to an answer beside it', () => {
    expect(
      shape([
        { id: 'a' },
        { id: 'b' },
        { id: 'c', replyTo: 'a' },
        { id: 'd', replyTo: 'c' },
        { id: 'e', replyTo: 'b' },
      ]),
    ).toEqual([
      ['a', ['c', 'd']],
      ['b', ['e']],
    ]);
  });

  it('keep an answer under what it answers when it comes first', () => {
    expect(shape([{ id: 'answer', replyTo: 'question' }, { id: 'question' }])).toEqual([
      ['question', ['answer']],
    ]);
  });

  it('stand alone when what they answer is no longer there, or answers them', () => {
    expect(shape([{ id: 'a', replyTo: 'gone' }])).toEqual([['a', []]]);
    expect(
      shape([
        { id: 'a', replyTo: 'b' },
        { id: 'b', replyTo: 'a' },
      ]),
    ).toEqual([
      ['a', []],
      ['b', []],
    ]);
  });
});
