import { z } from 'astro/zod';
import { fields, instant, slug, text, webAddress } from './schema-fields.ts';

/** The model of content/site.yaml: what the magazine says of itself, and how it works. */

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

export const siteSchema = fields({
  name: text(40, 'Nom du magazine attendu').describe('Le nom du magazine'),
  tagline: text(120, 'Devise attendue').describe('Ce qu’il est, en une phrase'),
  description: text(320, 'Description attendue, de 50 à 320 signes', 50).describe(
    'Sa présentation aux moteurs de recherche',
  ),
  address: webAddress.describe('L’adresse où il est publié'),
  navigation: z
    .array(
      fields({
        category: slug('Nom de rubrique').describe('La rubrique'),
        label: text(24, 'Libellé attendu, 24 signes au plus').describe('Son nom court dans le bandeau'),
      }),
      { error: 'Liste de rubriques attendue' },
    )
    .describe('Les rubriques du bandeau'),
  follow: fields({
    title: text(60, 'Titre attendu').describe('Le titre du bloc'),
    text: text(160, 'Phrase attendue').describe('La phrase qui suit le titre'),
    countedAt: instant('Date attendue, au format AAAA-MM-JJ').describe(
      'Le jour où les abonnés ont été comptés',
    ),
    networks: z
      .array(
        fields({
          network: z
            .enum(NETWORKS, { error: `Réseau attendu, parmi : ${NETWORKS.join(', ')}` })
            .describe('Le réseau'),
          url: webAddress.describe('La page du magazine sur ce réseau'),
          followers: z
            .int({ error: 'Nombre d’abonnés attendu, sans espace' })
            .nonnegative()
            .describe('Le nombre d’abonnés'),
        }),
        { error: 'Liste de réseaux attendue' },
      )
      .describe('Les réseaux du bloc'),
  }).describe('Le bloc « Suivez-nous »'),
  comments: fields({
    intake: z
      .union(
        [z.string().regex(/^(?:\/[a-z0-9-]+)+\/$/u), webAddress.refine((address) => address.endsWith('/'))],
        {
          error:
            'Adresse attendue, terminée par « / » : « /commentaires/ » sur le site même, ou « https://commentaires.exemple.fr/ »',
        },
      )
      .optional()
      .describe('Où les commentaires sont envoyés ; sans elle, ils sont fermés'),
    retentionDays: z
      .int({ error: 'Nombre de jours attendu' })
      .positive({ error: 'Nombre de jours attendu' })
      .describe('Combien de jours un commentaire refusé est gardé avant d’être effacé'),
  }).describe('Les commentaires'),
  crawlers: fields({
    training: z
      .boolean({ error: '« true » ou « false » attendu' })
      .describe('Entraîner des modèles avec les textes du magazine'),
    search: z
      .boolean({ error: '« true » ou « false » attendu' })
      .describe('Lire les pages pour répondre à une question, en les citant'),
  }).describe('Ce que peuvent faire les robots de l’IA'),
});

export type SiteFile = z.output<typeof siteSchema>;
