import { z } from 'astro/zod';
import { fields, instant, text } from './schema-fields.ts';

/** The model of the magazine's own pages, in content/pages. */

const ROLES = [
  'contact',
  'confidentialite',
  'mentions-legales',
  'accessibilite',
  'charte',
  'corrections',
  'plan-du-site',
] as const;
/** The purpose for which the site uses a page, whatever its file name. */
export type PageRole = (typeof ROLES)[number];

export const pageSchema = fields({
  title: text(60, 'Titre attendu, 60 caractères au maximum').meta({
    title: 'Titre',
    description: 'Le titre de la page, et son nom au pied du site',
  }),
  description: text(320, 'Description attendue, de 50 à 320 caractères', 50).meta({
    title: 'Description',
    description: 'Le contenu de la page, en une ou deux phrases',
  }),
  role: z
    .enum(ROLES, { error: `Rôle attendu, parmi : ${ROLES.join(', ')}` })
    .optional()
    .meta({
      title: 'Rôle',
      description: 'Ce que le site en fait : y mener, ou la compléter (les corrections, le plan du site)',
    }),
  order: z
    .int({ error: 'Nombre entier attendu : son rang au pied du site, 1 pour la première' })
    .meta({ title: 'Rang', description: 'Son rang au pied du site' }),
  updatedAt: instant('Date de mise à jour attendue, au format AAAA-MM-JJ')
    .optional()
    .meta({ title: 'Mise à jour', description: 'Le jour de la dernière mise à jour' }),
});

export type PageFile = z.output<typeof pageSchema>;
