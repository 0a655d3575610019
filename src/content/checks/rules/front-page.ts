import { readFrontPage } from '#content/files/content-file.ts';
import { lastChange } from '#content/files/last-changes.ts';
import { publicationState } from '#content/files/publication.ts';
import { formatDate } from '#lib/dates.ts';
import { fr } from '#lib/typography/fr.ts';
import { listedTexts } from '#content/checks/project/fields.ts';
import type { Project } from '#content/checks/project/project.ts';
import type { Rule, RuleProblem } from '#content/checks/rule.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Days after which the lead story is old, unless it has been updated. */
const LEAD_DAYS = 60;
/** Days without a new article after which visitors believe that the magazine has stopped. */
const SILENCE_DAYS = 60;

export const frontPageAge: Rule = {
  name: 'une',
  description: fr`L’article à la une a été publié ou mis à jour depuis moins de ${LEAD_DAYS} jours, et un article a été publié au cours des ${SILENCE_DAYS} derniers jours.`,
  example: 'lead: un-article-de-l-an-dernier',
  severity: 'avertissement',
  check(project) {
    const { file, data, source } = readFrontPage(project.root);
    if (!data) return [];
    const place = source.placeOfValue(['lead']);
    return [...checkLead(project, data.lead), ...checkNewest(project)].map((fault) => ({
      file,
      ...place,
      ...fault,
    }));
  },
};

export const frontPageUnpublished: Rule = {
  name: 'première page',
  description: 'Les articles de la première page sont publiés.',
  example: 'lead: un-article-remis-en-brouillon',
  severity: 'avertissement',
  check({ root, documents, now }) {
    const { file, source } = readFrontPage(root);
    return [...listedTexts(source, ['lead']), ...listedTexts(source, ['seconds'])].flatMap(
      ({ text, ...place }): RuleProblem[] => {
        const article = documents.find(({ kind, slug }) => kind === 'article' && slug === text)?.article;
        if (!article || publicationState(article, now) === 'published') return [];
        return [
          {
            file,
            ...place,
            message: article.draft
              ? fr`« ${text} » est un brouillon`
              : fr`« ${text} » n’est pas encore publié`,
            remedy: fr`Jusqu’à sa publication, l’article publié le plus récent prend sa place`,
            waits: true,
          },
        ];
      },
    );
  },
};

type Fault = Pick<RuleProblem, 'message' | 'remedy'>;

function checkLead({ documents, now }: Project, lead: string): Fault[] {
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

function checkNewest({ documents, now }: Project): Fault[] {
  const published = documents.flatMap(({ article }) =>
    article && publicationState(article, now) === 'published' ? [article.publishedAt.getTime()] : [],
  );
  const newest = new Date(Math.max(...published));
  if (published.length === 0 || daysBetween(newest, now) <= SILENCE_DAYS) return [];
  return [
    {
      message: fr`Aucun article n’a été publié depuis le ${formatDate(newest)}`,
      remedy: fr`Publiez un article : un visiteur croirait le magazine à l’arrêt`,
    },
  ];
}

function daysBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / DAY);
}
