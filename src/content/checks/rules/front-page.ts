import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { frontPageSchema } from '#model/schema.ts';
import { lastChange } from '#content/files/last-change.ts';
import { readYaml } from '#content/files/yaml-source.ts';
import { formatDate } from '#lib/dates.ts';
import type { ContentDocument, Project } from '#content/checks/project/project.ts';
import type { Rule, RuleProblem } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

const FILE = 'content/front-page.yaml';
const DAY = 24 * 60 * 60 * 1000;
/** Days after which the lead story is old, unless it was brought up to date since. */
const LEAD_DAYS = 60;
/** Days without a new article after which a visitor takes the magazine for a dead one. */
const SILENCE_DAYS = 60;

export const rule: Rule = {
  name: 'une',
  description: fr`L’article à la une a été publié ou mis à jour depuis moins de ${LEAD_DAYS} jours, et un article a été publié au cours des ${SILENCE_DAYS} derniers jours.`,
  example: 'lead: un-article-de-l-an-dernier',
  severity: 'avertissement',
  check(project) {
    const fields = readFrontPage(project);
    const { lead } = frontPageSchema.safeParse(fields?.data).data ?? {};
    if (!fields || lead === undefined) return [];
    return [...judgeLead(project, lead), ...judgeNewest(project)].map((problem) => ({
      file: FILE,
      ...fields.placeOfValue(['lead']),
      ...problem,
    }));
  },
};

function readFrontPage({ root }: Project) {
  try {
    return readYaml(readFileSync(join(root, FILE), 'utf8'));
  } catch {
    return null;
  }
}

type Found = Pick<RuleProblem, 'message' | 'remedy'>;

function judgeLead({ documents, now }: Project, lead: string): Found[] {
  const article = documents.find(({ slug, kind }) => kind === 'article' && slug === lead)?.article;
  const changed = article && lastChange(article);
  if (!changed || daysBetween(changed, now) <= LEAD_DAYS) return [];
  return [
    {
      message: fr`L’article à la une date du ${formatDate(changed)}, il y a ${daysBetween(changed, now)} jours`,
      remedy: fr`Choisissez un article plus récent, ou mettez celui-ci à jour et ajoutez-lui « updatedAt »`,
    },
  ];
}

function judgeNewest({ documents, now }: Project): Found[] {
  const published = documents.flatMap(({ article }) => publishedBy(article, now));
  const newest = Math.max(...published.map((date) => date.getTime()));
  if (published.length === 0 || daysBetween(new Date(newest), now) <= SILENCE_DAYS) return [];
  return [
    {
      message: fr`Aucun article n’a été publié depuis le ${formatDate(new Date(newest))}`,
      remedy: fr`Publiez un article : un visiteur croirait le magazine à l’arrêt`,
    },
  ];
}

function publishedBy(article: ContentDocument['article'], now: Date): Date[] {
  return article && !article.draft && article.publishedAt <= now ? [article.publishedAt] : [];
}

function daysBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / DAY);
}
