import type { Database } from '#comments/store/database/tables.ts';

/** A rate limit: the maximum number of uses in a period. */
export interface Limit {
  points: number;
  seconds: number;
}

/**
 * Counts one more use of a key, for all processes that share the database.
 *
 * @param key contains a hash and no personal data, because it is stored until the period ends
 * @returns whether the limit allows this use
 */
export async function consume(
  db: Database,
  key: string,
  { points, seconds }: Limit,
  now: Date,
): Promise<boolean> {
  const at = now.toISOString();
  const expires_at = new Date(now.getTime() + seconds * 1000).toISOString();
  const row = await db
    .insertInto('limits')
    .values({ key, points: 1, expires_at })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ eb, ref }) => {
        const isOver = eb('limits.expires_at', '<=', at);
        return {
          points: eb
            .case()
            .when(isOver)
            .then(1)
            .else(eb(ref('limits.points'), '+', 1))
            .end(),
          expires_at: eb.case().when(isOver).then(expires_at).else(ref('limits.expires_at')).end(),
        };
      }),
    )
    .returning('points')
    .executeTakeFirstOrThrow();
  return row.points <= points;
}
