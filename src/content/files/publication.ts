/** The time of a publication, and whether it is a preview. */
export interface Publication {
  /** Articles with a later date are scheduled. */
  now: Date;
  /** Whether drafts and scheduled articles are also shown, with a mark. */
  preview: boolean;
}

export type ArticleState = 'draft' | 'scheduled' | 'published';

const started = new Date();

/**
 * Reads two environment variables: `PREVIEW=1` shows all articles; `PUBLICATION_NOW` sets the time (ISO 8601), which is
 * otherwise the start of the process.
 */
export function readPublication(environment: NodeJS.ProcessEnv = process.env): Publication {
  const { PREVIEW, PUBLICATION_NOW } = environment;
  const now = PUBLICATION_NOW ? new Date(PUBLICATION_NOW) : started;
  if (Number.isNaN(now.getTime()))
    throw new Error(`PUBLICATION_NOW : « ${PUBLICATION_NOW} » n’est pas une date`);
  return { now, preview: PREVIEW === '1' };
}

/** The state of an article at a time. */
export function articleState(
  { draft, publishedAt }: { draft: boolean; publishedAt: Date },
  now: Date,
): ArticleState {
  if (draft) return 'draft';
  return publishedAt > now ? 'scheduled' : 'published';
}

/** Whether an article is shown. */
export function isShown(article: { draft: boolean; publishedAt: Date }, publication: Publication): boolean {
  return publication.preview || articleState(article, publication.now) === 'published';
}
