interface Reply {
  id: string;
  replyTo?: string | undefined;
}

/**
 * Groups comments in threads of two levels: a reply to a reply joins the thread of its parent, and a reply to a missing
 * comment starts its own thread. Each level keeps the given order. A reply may precede its parent, because dates have
 * no seconds.
 */
export function threadReplies<Comment extends Reply>(
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

function rootOf(comment: Reply, byId: ReadonlyMap<string, Reply>): string {
  const seen = new Set<string>();
  let root = comment;
  for (;;) {
    seen.add(root.id);
    const parent = byId.get(root.replyTo ?? '');
    // In a file edited by hand, replies may form a cycle: each of them then starts its own thread.
    if (parent && seen.has(parent.id)) return comment.id;
    if (!parent) return root.id;
    root = parent;
  }
}
