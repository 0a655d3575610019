interface Answer {
  id: string;
  /** What it answers. */
  replyTo?: string | undefined;
}

/**
 * Puts comments in two levels: an answer to an answer stands beside it, and one to a comment that is no
 * longer there stands alone. Each level keeps the order given, which may put an answer before what it
 * answers: within a minute, dates do not tell.
 */
export function threadReplies<Comment extends Answer>(
  comments: readonly Comment[],
): (Comment & { replies: Comment[] })[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const roots = new Map(comments.map((comment) => [comment.id, rootOf(comment, byId)]));
  return comments
    .filter(({ id }) => roots.get(id) === id)
    .map((comment) => ({
      ...comment,
      replies: comments.filter(({ id }) => id !== comment.id && roots.get(id) === comment.id),
    }));
}

function rootOf(comment: Answer, byId: ReadonlyMap<string, Answer>): string {
  const seen = new Set<string>();
  let root = comment;
  for (;;) {
    seen.add(root.id);
    const above = byId.get(root.replyTo ?? '');
    // Answers in a circle, which only a hand can have written, stand alone.
    if (above && seen.has(above.id)) return comment.id;
    if (!above) return root.id;
    root = above;
  }
}
