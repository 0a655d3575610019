import { z } from 'astro/zod';
import { accentName } from './look-schema.ts';
import {
  fields,
  focalPoint,
  instant,
  otherNames,
  partialDate,
  pictureFile,
  type Reference,
  reference,
  slug,
  text,
  webAddress,
} from './schema-fields.ts';

/**
 * The model of everything that editors write, which the site, the command line, the comment service and the CMS share.
 * It has no side effects. Each field has a French description for editing tools, and a French message for invalid
 * values.
 */

/**
 * The cover of an article.
 *
 * @param picture schema of its file
 */
const coverSchema = <Picture extends z.ZodType>(picture: Picture) =>
  fields(
    {
      src: picture.meta({ title: 'Fichier', description: 'Le fichier de l’image, à côté de l’article' }),
      alt: text(250, 'Texte alternatif attendu : ce que l’image montre, en 5 à 250 caractères', 5).meta({
        title: 'Texte alternatif',
        description: 'Ce que l’image montre, pour les personnes qui ne la voient pas',
      }),
      caption: text(250, 'Légende attendue, 250 caractères au maximum').meta({
        title: 'Légende',
        description: 'Ce que l’image veut dire',
      }),
      credit: text(120, 'Crédit attendu : l’auteur de l’image').meta({
        title: 'Crédit',
        description: 'L’auteur de l’image',
      }),
      focus: focalPoint.optional().meta({
        title: 'Cadrage',
        description:
          'Le point que les recadrages conservent : sa place depuis la gauche, puis depuis le haut (30 % 70 %) ; le centre par défaut',
      }),
    },
    'Couverture attendue : src, alt, caption et credit',
  );

const source = fields(
  {
    title: text(250, 'Titre de la source attendu').meta({
      title: 'Titre',
      description: 'Le titre du document',
    }),
    publisher: text(120, 'Éditeur de la source attendu').meta({
      title: 'Éditeur',
      description: 'L’organisme ou le média qui l’a publié',
    }),
    url: webAddress
      .optional()
      .meta({ title: 'Adresse', description: 'L’adresse exacte du document, s’il est en ligne' }),
    language: z
      .string({ error: 'Langue attendue, en deux lettres, par exemple « en »' })
      .regex(/^[a-z]{2}$/u, { error: 'Langue attendue, en deux lettres, par exemple « en »' })
      .default('fr')
      .meta({
        title: 'Langue',
        description: 'La langue de son titre, en deux lettres, si ce n’est pas le français',
      }),
    date: partialDate('Date de la source attendue : une année, un mois (2024-06) ou un jour (2024-06-21)')
      .optional()
      .meta({ title: 'Date', description: 'Sa date : année, mois ou jour' }),
  },
  'Source attendue : title, publisher, et si possible url et date',
);

const correction = fields(
  {
    date: instant('Date de la correction attendue, au format AAAA-MM-JJ').meta({
      title: 'Date',
      description: 'Le jour de la correction',
    }),
    text: text(600, 'Texte de la correction attendu', 10).meta({
      title: 'Texte',
      description: 'Ce qui était faux, et ce qui est juste',
    }),
  },
  'Correction attendue : date et text',
);

/**
 * The front matter of an article.
 *
 * @param picture schema of the file of the cover: a path for tools, Astro's image for the site
 */
function articleSchema<Picture extends z.ZodType>(picture: Picture) {
  return fields({
    title: text(110, 'Titre attendu, 110 caractères au maximum').meta({
      title: 'Titre',
      description: 'Le titre de l’article',
    }),
    description: text(320, 'Chapô attendu, de 50 à 320 caractères', 50).meta({
      title: 'Chapô',
      description: 'Le chapô, et le résumé partout ailleurs',
    }),
    publishedAt: instant('Date de publication attendue, au format AAAA-MM-JJ ou AAAA-MM-JJ HH:MM').meta({
      title: 'Publication',
      description: 'Le jour de publication, avec l’heure de Paris si besoin',
    }),
    updatedAt: instant('Date de mise à jour attendue, au format AAAA-MM-JJ ou AAAA-MM-JJ HH:MM')
      .optional()
      .meta({ title: 'Mise à jour', description: 'Seulement si la mise à jour compte pour le lecteur' }),
    category: reference('categories', 'Nom de rubrique').meta({
      title: 'Rubrique',
      description: 'La rubrique : le nom de son fichier',
    }),
    tags: z
      .array(text(200, 'Étiquette attendue').meta({ 'x-refers-to': 'tags' satisfies Reference }), {
        error: 'Liste d’étiquettes attendue',
      })
      .min(1, { error: 'Une étiquette attendue au minimum' })
      .max(8, { error: 'Huit étiquettes au maximum' })
      .meta({
        title: 'Étiquettes',
        description: 'Les étiquettes, telles qu’elles sont écrites dans tags.yaml',
      }),
    authors: z
      .array(reference('authors', 'Nom d’auteur'), { error: 'Liste d’auteurs attendue' })
      .min(1, { error: 'Un auteur attendu au minimum' })
      .meta({ title: 'Signatures', description: 'Les signatures : les noms de leurs fichiers' }),
    cover: coverSchema(picture).meta({ title: 'Couverture', description: 'L’image de couverture' }),
    sources: z
      .array(source, { error: 'Liste de sources attendue' })
      .default([])
      .meta({ title: 'Sources', description: 'Les sources citées' }),
    corrections: z
      .array(correction, { error: 'Liste de corrections attendue' })
      .default([])
      .meta({ title: 'Corrections', description: 'Les corrections faites après publication' }),
    draft: z
      .boolean({ error: '« true » ou « false » attendu' })
      .default(false)
      .meta({ title: 'Brouillon', description: 'Pas encore prêt à être publié' }),
    aliases: z
      .array(
        z.string({ error: 'Ancienne adresse attendue' }).regex(/^(?:\/[\w-]+)+\/$/u, {
          error: 'Ancienne adresse attendue, entre deux « / » : lettres sans accents, chiffres et tirets',
        }),
        { error: 'Liste d’anciennes adresses attendue' },
      )
      .default([])
      .meta({ title: 'Anciennes adresses', description: 'Les anciennes adresses de l’article' }),
    otherNames: otherNames('l’article'),
  });
}

/** The front matter of an article for tools that only read files: the cover is a path in the folder of the article. */
export const articleFileSchema = articleSchema(pictureFile);

export const categorySchema = fields({
  name: text(60, 'Nom de rubrique attendu, 60 caractères au maximum').meta({
    title: 'Nom',
    description: 'Le nom de la rubrique',
  }),
  description: text(200, 'Description attendue, en une ligne').meta({
    title: 'Description',
    description: 'Ce que l’on y trouve, en une ligne',
  }),
  accent: accentName.meta({
    title: 'Couleur',
    description: 'La couleur de la rubrique, parmi celles de site.yaml',
    'x-refers-to': 'accents' satisfies Reference,
  }),
  order: z
    .int({ error: 'Nombre entier attendu : son rang parmi ses voisines, 1 pour la première' })
    .meta({ title: 'Rang', description: 'Son rang parmi ses voisines' }),
  parent: reference('categories', 'Nom de la rubrique mère')
    .optional()
    .meta({ title: 'Rubrique mère', description: 'La rubrique mère ; rien pour une rubrique principale' }),
});

export const tagSchema = fields({
  name: text(200, 'Nom d’étiquette attendu').meta({
    title: 'Nom',
    description: 'L’étiquette, telle que les articles la citent',
  }),
  label: text(48, 'Nom court attendu, 48 caractères au maximum')
    .optional()
    .meta({ title: 'Nom court', description: 'Le titre de sa page, si le nom est long' }),
  slug: slug('Nom d’adresse')
    .optional()
    .meta({ title: 'Adresse', description: 'Son adresse ; déduite du nom si elle manque' }),
  aliases: z
    .array(text(200, 'Variante attendue'), { error: 'Liste de variantes attendue' })
    .default([])
    .meta({ title: 'Variantes', description: 'Les variantes que les articles peuvent citer' }),
  otherNames: otherNames('l’étiquette'),
});

export const tagsFileSchema = z.array(tagSchema, { error: 'Liste d’étiquettes attendue' });

export const authorSchema = fields({
  name: text(80, 'Nom d’auteur attendu').meta({ title: 'Nom', description: 'Le nom, tel qu’il signe' }),
  kind: z
    .enum(['personne', 'organisation'], { error: '« personne » ou « organisation » attendu' })
    .default('personne')
    .meta({ title: 'Genre', description: 'Une personne, ou une signature collective' }),
  description: text(400, 'Présentation attendue, 400 caractères au maximum').meta({
    title: 'Présentation',
    description: 'L’auteur, en deux ou trois phrases',
  }),
  url: webAddress.optional().meta({ title: 'Site', description: 'Son site' }),
});

export const frontPageSchema = fields({
  lead: reference('articles', 'Nom d’article').meta({
    title: 'À la une',
    description: 'L’article à la une : le nom de son dossier',
  }),
  seconds: z
    .array(reference('articles', 'Nom d’article'), { error: 'Liste d’articles attendue' })
    .max(3, { error: 'Trois articles au maximum' })
    .meta({ title: 'Articles suivants', description: 'Deux ou trois articles juste après la une' }),
  sections: z
    .array(reference('categories', 'Nom de rubrique'), { error: 'Liste de rubriques attendue' })
    .meta({ title: 'Rubriques', description: 'Les rubriques montrées, dans l’ordre' }),
});

export type ArticleFile = z.output<typeof articleFileSchema>;
export type CategoryFile = z.output<typeof categorySchema>;
export type TagFile = z.output<typeof tagSchema>;
