/** What a build shows, and when it thinks it is. */
export interface Publication {
  now: Date;
  /** Drafts and articles to come are shown too, and marked. */
  preview: boolean;
}

/** Where an article stands on its way to readers. */
export type PublicationState = 'draft' | 'scheduled' | 'published';

const started = new Date();

/**
 * How this build or this development server publishes. Two variables of the environment tell it:
 * `PREVIEW=1` shows everything; `PUBLICATION_NOW` is the instant to publish as of (ISO 8601), now by default.
 */
export function readPublication(): Publication {
  const { PREVIEW, PUBLICATION_NOW } = process.env;
  const now = PUBLICATION_NOW ? new Date(PUBLICATION_NOW) : started;
  if (Number.isNaN(now.getTime()))
    throw new Error(`PUBLICATION_NOW : « ${PUBLICATION_NOW} » n’est pas une date`);
  return { now, preview: PREVIEW === '1' };
}

/** Whether an article waits for its author, for its hour, or for nothing more. */
export function publicationState(
  { draft, publishedAt }: { draft: boolean; publishedAt: Date },
  { now }: Publication,
): PublicationState {
  if (draft) return 'draft';
  return publishedAt > now ? 'scheduled' : 'published';
}

/** Whether a page may show an article at all. */
export function isShown(article: { draft: boolean; publishedAt: Date }, publication: Publication): boolean {
  return publication.preview || publicationState(article, publication) === 'published';
}
