import { z } from 'astro/zod';
import { FOCAL_POINT, parseFocalPoint } from '#lib/focal-point.ts';
import { formatPartialDate, parseDate } from '#lib/dates.ts';
import { isSlug } from '#lib/slugs.ts';
import { correctedDate, correctedPartialDate } from '#lib/corrected-dates.ts';

/** A trimmed text with a minimum and a maximum length. */
export const text = (most: number, message: string, least = 1) =>
  z
    .string({ error: message })
    .trim()
    .normalize('NFC')
    .min(least, { error: message })
    .max(most, { error: message });

/**
 * Restores the date as it was written: YAML parsers read a date without time zone as UTC, and a day as its midnight.
 */
const writtenDate = (value: Date) => value.toISOString().slice(0, 19).replace('T00:00:00', '');

/** Adds “write …” to the part of an error message that says what is expected, if the intended value can be guessed. */
const offer = (expected: string, meant: string | null) =>
  meant === null ? expected : `${expected} : écrivez « ${meant} »`;

/** The form of a date for editing tools. The checks verify that the date exists. */
const INSTANT = '^\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?)?$';

const NO_SUCH_DATE = 'Jour et heure qui existent attendus : ceux-ci ne sont pas au calendrier';

/** A date as editors write it, which is read as an instant in Paris. */
export const instant = (message: string) =>
  z
    .union([z.string({ error: message }), z.date({ error: message })], {
      error: ({ input }) => offer(message, typeof input === 'number' ? correctedDate(String(input)) : null),
    })
    .transform((value, context) => {
      const date = parseDate(value instanceof Date ? writtenDate(value) : value);
      if (date) return date;
      const hasForm = typeof value === 'string' && new RegExp(INSTANT, 'u').test(value);
      const meant = typeof value === 'string' && !hasForm ? correctedDate(value) : null;
      context.addIssue({ code: 'custom', message: hasForm ? NO_SUCH_DATE : offer(message, meant) });
      return z.NEVER;
    })
    .meta({ 'x-kind': 'instant', pattern: INSTANT, patternErrorMessage: message });

/** A date that may lack its day or its month. */
export const partialDate = (message: string) =>
  z
    .union([z.string(), z.number(), z.date()], { error: message })
    .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)))
    .refine((value) => formatPartialDate(value) !== null, {
      error: ({ input }) => offer(message, correctedPartialDate(String(input))),
    });

/** An `https://` address. */
export const webAddress = z.url({
  protocol: /^https$/u,
  error: ({ input }) => offer('Adresse attendue, qui commence par « https:// »', securedAddress(input)),
});

/** Corrects « www.exemple.fr », « http://exemple.fr » or « //exemple.fr » to `https://`. */
function securedAddress(written: unknown): string | null {
  const [, rest] =
    typeof written === 'string'
      ? (/^(?:http:\/\/|\/\/)?((?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?)$/iu.exec(written.trim()) ?? [])
      : [];
  return rest === undefined ? null : `https://${rest}`;
}

/** A name that can be part of an address. */
export const slug = (what: string) =>
  z.string({ error: `${what} attendu` }).refine(isSlug, {
    error: `${what} attendu : minuscules sans accents, chiffres et tirets`,
  });

/** The file name of a picture in the same folder, for tools that only read the front matter. */
export const pictureFile = z
  .string({ error: 'Image attendue, par exemple « ./couverture.jpg »' })
  .regex(/^\.\/[^/]+\.(?:jpe?g|png|webp|avif|svg)$/iu, {
    error: ({ input }) =>
      /^\.\/[^/]+$/u.test(String(input))
        ? 'Image attendue au format jpg, png, webp, avif ou svg : enregistrez d’abord un HEIC ou un TIFF en JPEG'
        : 'Image attendue à côté de l’article, par exemple « ./couverture.jpg »',
  })
  .meta({ 'x-kind': 'picture' });

const FOCUS_MESSAGE =
  'Point attendu en deux pourcentages, de 0 à 100 : depuis la gauche, puis depuis le haut, par exemple « 30 % 70 % »';

/** The focal point of a picture, as editors write it. Values of all wrong types and forms get the same message. */
export const focalPoint = z
  .unknown()
  .transform((value, context) => {
    const point = typeof value === 'string' ? parseFocalPoint(value) : null;
    if (point) return point;
    context.addIssue({ code: 'custom', message: FOCUS_MESSAGE });
    return z.NEVER;
  })
  .meta({
    type: 'string',
    'x-kind': 'focal-point',
    pattern: FOCAL_POINT,
    patternErrorMessage: FOCUS_MESSAGE,
  });

/** The kind of content that a field refers to. Tools find it as `x-refers-to` in the metadata of the field. */
export type Reference = 'accents' | 'articles' | 'authors' | 'categories' | 'tags';

/** The name of another piece of content. */
export const reference = (to: Reference, what: string) => slug(what).meta({ 'x-refers-to': to });

/** A group of fields. Unknown fields are rejected. */
export const fields = <Shape extends z.ZodRawShape>(
  shape: Shape,
  message = 'Champs attendus, un par ligne : « nom: valeur »',
) => z.strictObject(shape, { error: message });

/** Other names of a subject, by which readers search for it. */
export const otherNames = (subject: string) =>
  z
    .array(text(60, 'Autre nom attendu, 60 caractères au maximum'), { error: 'Liste d’autres noms attendue' })
    .max(12, { error: 'Douze autres noms au maximum' })
    .optional()
    .meta({
      title: 'Autres noms',
      description: `Les noms et les sigles sous lesquels on cherche ${subject}, même s’ils n’y figurent pas : AI Act, RGPD`,
    });
