import { z } from 'astro/zod';
import { addressesSchema } from './addresses-schema.ts';
import { coloursSchema, fontsSchema, siteDrawing } from './look-schema.ts';
import { fields, instant, reference, text, webAddress } from './schema-fields.ts';

/** The model of content/site.yaml: the identity and the settings of the magazine. */

const NETWORKS = [
  'facebook',
  'youtube',
  'tiktok',
  'instagram',
  'linkedin',
  'bluesky',
  'mastodon',
  'x',
  'whatsapp',
] as const;
export type FollowNetwork = (typeof NETWORKS)[number];

const INTAKE_EXPECTED =
  'Adresse attendue, terminée par « / » : « /commentaires/ » sur le site même, ou « https://commentaires.exemple.fr/ »';

export const siteSchema = fields({
  name: text(40, 'Nom du magazine attendu').meta({ title: 'Nom', description: 'Le nom du magazine' }),
  tagline: text(120, 'Devise attendue').meta({ title: 'Devise', description: 'Ce qu’il est, en une phrase' }),
  description: text(320, 'Description attendue, de 50 à 320 caractères', 50).meta({
    title: 'Présentation',
    description: 'Sa présentation pour les moteurs de recherche',
  }),
  address: webAddress.meta({ title: 'Adresse', description: 'L’adresse où il est publié' }),
  licence: fields({
    name: text(60, 'Nom de licence attendu, 60 caractères au maximum').meta({
      title: 'Nom',
      description: 'Son nom, par exemple « CC BY-SA 4.0 »',
    }),
    url: webAddress.meta({ title: 'Adresse', description: 'L’adresse de son texte' }),
  })
    .optional()
    .meta({
      title: 'Licence',
      description: 'La licence des textes et des images ; sans elle, tous droits réservés',
    }),
  mark: siteDrawing.optional().meta({
    title: 'Logo',
    description: 'Le dessin de content/site/ montré en tête des pages ; sans lui, le nom suivi d’un point',
  }),
  icon: siteDrawing.optional().meta({
    title: 'Icône',
    description: 'Le dessin carré de content/site/ dont toutes les icônes sont faites ; sans lui, un point',
  }),
  colours: coloursSchema
    .optional()
    .meta({ title: 'Couleurs', description: 'Les couleurs du magazine ; sans elles, des tons neutres' }),
  fonts: fontsSchema.optional().meta({
    title: 'Caractères',
    description: 'Les caractères du magazine',
  }),
  navigation: z
    .array(
      fields({
        category: reference('categories', 'Nom de rubrique').meta({
          title: 'Rubrique',
          description: 'La rubrique',
        }),
        label: text(24, 'Libellé attendu, 24 caractères au maximum').meta({
          title: 'Nom court',
          description: 'Son nom court dans le bandeau',
        }),
      }),
      { error: 'Liste de rubriques attendue' },
    )
    .meta({ title: 'Bandeau', description: 'Les rubriques du bandeau' }),
  follow: fields({
    title: text(60, 'Titre attendu').meta({ title: 'Titre', description: 'Le titre du bloc' }),
    text: text(160, 'Phrase attendue').meta({ title: 'Phrase', description: 'La phrase qui suit le titre' }),
    countedAt: instant('Date attendue, au format AAAA-MM-JJ').meta({
      title: 'Date du décompte',
      description: 'Le jour où les abonnés ont été comptés',
    }),
    example: z
      .boolean({ error: '« true » ou « false » attendu' })
      .default(false)
      .meta({ title: 'Exemple', description: 'Les nombres sont des exemples, à remplacer par les vôtres' }),
    networks: z
      .array(
        fields({
          network: z
            .enum(NETWORKS, { error: `Réseau attendu, parmi : ${NETWORKS.join(', ')}` })
            .meta({ title: 'Réseau', description: 'Le réseau' }),
          url: webAddress.meta({ title: 'Adresse', description: 'La page du magazine sur ce réseau' }),
          followers: z
            .int({ error: 'Nombre d’abonnés attendu, sans espace' })
            .nonnegative()
            .meta({ title: 'Abonnés', description: 'Le nombre d’abonnés' }),
        }),
        { error: 'Liste de réseaux attendue' },
      )
      .meta({ title: 'Réseaux', description: 'Les réseaux du bloc' }),
  })
    .optional()
    .meta({ title: 'Suivez-nous', description: 'Le bloc « Suivez-nous » ; sans lui, il n’est pas affiché' }),
  tagCloud: z.boolean({ error: '« true » ou « false » attendu' }).default(true).meta({
    title: 'Nuage d’étiquettes',
    description: 'Les étiquettes les plus utilisées, à côté de chaque article',
  }),
  cms: fields({
    host: z
      .enum(['github', 'gitlab', 'gitea'], { error: 'Hébergeur attendu, parmi : github, gitlab, gitea' })
      .meta({ title: 'Hébergeur', description: 'Où se trouve le dépôt du magazine' }),
    repository: z
      .string({ error: 'Dépôt attendu, par exemple « redaction/magazine »' })
      .regex(/^[\w.-]+(?:\/[\w.-]+)+$/u, { error: 'Dépôt attendu, par exemple « redaction/magazine »' })
      .meta({ title: 'Dépôt', description: 'Le propriétaire et le nom du dépôt' }),
    branch: text(100, 'Nom de branche attendu')
      .default('main')
      .meta({ title: 'Branche', description: 'La branche que l’on publie' }),
    address: webAddress.optional().meta({
      title: 'Adresse',
      description: 'L’adresse de l’hébergeur, ou du service qui y connecte les rédacteurs',
    }),
  })
    .optional()
    .meta({
      title: 'Éditeur',
      description: 'Où l’éditeur du navigateur enregistre ; sans lui, dans un dossier de l’ordinateur',
    }),
  comments: fields({
    intake: z
      .union(
        [
          z.string().regex(/^(?:\/[a-z0-9-]+)+\/$/u, { error: INTAKE_EXPECTED }),
          webAddress.refine((address) => address.endsWith('/')),
        ],
        { error: INTAKE_EXPECTED },
      )
      .optional()
      .meta({
        title: 'Réception',
        description: 'Où les commentaires sont envoyés ; sans elle, ils sont fermés',
      }),
    retentionDays: z
      .int({ error: 'Nombre de jours attendu' })
      .positive({ error: 'Nombre de jours attendu' })
      .meta({
        title: 'Durée de conservation',
        description: 'Combien de jours un commentaire refusé est conservé avant d’être effacé',
      }),
  })
    .optional()
    .meta({ title: 'Commentaires', description: 'Les commentaires ; sans ce bloc, le magazine n’en a pas' }),
  offline: z.boolean({ error: '« true » ou « false » attendu' }).default(true).meta({
    title: 'Lecture hors connexion',
    description:
      'Les lecteurs enregistrent des articles sur leur appareil ; « false » efface ce qui y est enregistré',
  }),
  addresses: addressesSchema,
  crawlers: fields({
    training: z
      .boolean({ error: '« true » ou « false » attendu' })
      .meta({ title: 'Entraînement', description: 'Entraîner des modèles avec les textes du magazine' }),
    search: z
      .boolean({ error: '« true » ou « false » attendu' })
      .meta({ title: 'Réponses', description: 'Lire les pages pour répondre à une question, en les citant' }),
  }).meta({ title: 'Robots de l’IA', description: 'Ce que peuvent faire les robots de l’IA' }),
});

export type SiteFile = z.output<typeof siteSchema>;
