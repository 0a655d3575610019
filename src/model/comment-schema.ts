import { z } from 'astro/zod';
import { hasStackedMarks, isVisible, onOneLine, removeHidden } from '#lib/comments/visible-text.ts';
import { fields, instant, slug } from './schema-fields.ts';

/**
 * The model of comments, which the site, the comment service and the moderation command share. It has no side effects.
 */

/** The maximum lengths, in characters. */
export const NAME_LENGTH = 60;
export const TEXT_LENGTH = 4000;
export const EMAIL_LENGTH = 200;
export const SITE_LENGTH = 300;

const STACKED_MARKS = 'Trop d’accents se suivent sur une même lettre : supprimez-en';

const show = (value: string) => removeHidden(value.replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n'));

/** A text by a reader, normalised, on one line or several lines. */
const written = (
  most: number,
  messages: { missing: string; long: string },
  lines: 'one' | 'several' = 'one',
) =>
  z
    .string({ error: messages.missing })
    .transform(show)
    // Long runs of combining accents are rejected first, because normalising them takes quadratic time.
    .refine((value) => !hasStackedMarks(value), { error: STACKED_MARKS })
    .transform((value) => (lines === 'one' ? onOneLine : String)(value.normalize('NFC')).trim())
    .refine(isVisible, { error: messages.missing })
    .pipe(z.string().max(most, { error: messages.long }));

/** An optional field, which forms send as an empty text. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.optional(),
  );

const webSite = z
  .string({ error: 'Indiquez l’adresse complète de votre site, par exemple https://exemple.fr' })
  .trim()
  .max(SITE_LENGTH, { error: 'L’adresse de votre site est trop longue' })
  .pipe(
    z.url({
      protocol: /^https?$/u,
      hostname: z.regexes.domain,
      error: 'Indiquez l’adresse complète de votre site, par exemple https://exemple.fr',
    }),
  );

/** The id of a comment: its date and eight hexadecimal digits. */
export const commentId = z
  .string({ error: 'Nom de commentaire attendu' })
  .regex(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/u, {
    error: 'Nom de commentaire attendu, par exemple 2026-11-24-1a2b3c4d',
  });

/** Whether a text is the id of a comment. */
export const isCommentId = (text: string) => commentId.safeParse(text).success;

/** A comment from a reader. Unknown fields are dropped. */
export const submissionSchema = z.object({
  article: slug('Nom d’article'),
  replyTo: optional(commentId),
  name: written(NAME_LENGTH, {
    missing: 'Indiquez votre nom ou un pseudonyme',
    long: `Votre nom dépasse ${NAME_LENGTH} caractères : raccourcissez-le`,
  }),
  email: optional(
    z
      .string()
      .trim()
      .max(EMAIL_LENGTH, { error: 'L’adresse e-mail est trop longue' })
      .pipe(z.email({ error: 'Indiquez une adresse e-mail complète, par exemple nom@exemple.fr' })),
  ),
  site: optional(webSite),
  text: written(
    TEXT_LENGTH,
    {
      missing: 'Écrivez votre commentaire',
      long: `Votre commentaire dépasse ${TEXT_LENGTH} caractères : raccourcissez-le`,
    },
    'several',
  ),
});

/** The fields that a published comment shows, never an e-mail address. */
export const commentSchema = fields({
  name: written(NAME_LENGTH, {
    missing: 'Nom attendu',
    long: `Nom attendu, ${NAME_LENGTH} caractères au maximum`,
  }).describe('Le nom indiqué par le lecteur'),
  site: webSite.optional().describe('Son site, s’il en a indiqué un'),
  date: instant('Date attendue, au format AAAA-MM-JJ HH:MM').describe('Quand il a écrit, à l’heure de Paris'),
  replyTo: commentId.optional().describe('Le commentaire auquel il répond'),
  staff: z
    .boolean({ error: '« true » ou « false » attendu' })
    .default(false)
    .describe('Une réponse de la rédaction'),
  text: written(
    TEXT_LENGTH,
    { missing: 'Texte attendu', long: `Texte attendu, ${TEXT_LENGTH} caractères au maximum` },
    'several',
  ).describe('Le commentaire, en Markdown simple'),
});
