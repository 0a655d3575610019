/** The time and the kind of a publication. */
export interface Publication {
  /** Articles of a later date are scheduled. */
  now: Date;
  /** Whether drafts and scheduled articles are shown too, and marked. */
  preview: boolean;
}

export type PublicationState = 'draft' | 'scheduled' | 'published';

const started = new Date();

/**
 * Reads the publication from two environment variables: `PREVIEW=1` shows all articles; `PUBLICATION_NOW` is its time
 * (ISO 8601), by default the start of the process.
 */
export function readPublication(): Publication {
  const { PREVIEW, PUBLICATION_NOW } = process.env;
  const now = PUBLICATION_NOW ? new Date(PUBLICATION_NOW) : started;
  if (Number.isNaN(now.getTime()))
    throw new Error(`PUBLICATION_NOW : « ${PUBLICATION_NOW} » n’est pas une date`);
  return { now, preview: PREVIEW === '1' };
}

/** The state of an article at the time of a publication. */
export function publicationState(
  { draft, publishedAt }: { draft: boolean; publishedAt: Date },
  { now }: Publication,
): PublicationState {
  if (draft) return 'draft';
  return publishedAt > now ? 'scheduled' : 'published';
}

/** Whether an article is shown at all. */
export function isShown(article: { draft: boolean; publishedAt: Date }, publication: Publication): boolean {
  return publication.preview || publicationState(article, publication) === 'published';
}
