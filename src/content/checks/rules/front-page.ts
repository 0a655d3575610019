import { readFrontPage } from '#content/files/content-file.ts';
import { lastChange } from '#content/files/last-changes.ts';
import { articleState } from '#content/files/publication.ts';
import { DAY } from '#lib/durations.ts';
import { formatDate } from '#lib/dates.ts';
import { fr } from '#lib/typography/fr.ts';
import type { Project } from '#content/checks/project/project.ts';
import { defineRule } from '#content/checks/rule.ts';

/** Number of days after which the lead story is reported, unless it has been updated. */
const LEAD_DAYS = 60;
/** Number of days without a new article after which readers may think that the magazine has stopped. */
const SILENCE_DAYS = 60;

export const frontPageAge = defineRule({
  name: 'une',
  description: fr`L’article à la une a été publié ou mis à jour depuis moins de ${LEAD_DAYS} jours, et un article a été publié au cours des ${SILENCE_DAYS} derniers jours.`,
  example: 'lead: un-article-de-l-an-dernier',
  severity: 'avertissement',
  checkProject(project, reportIn) {
    const { file, data, source } = readFrontPage(project.root);
    if (!data) return;
    const place = source.placeOfValue(['lead']);
    const daysSince = (date: Date) => Math.floor((project.now.getTime() - date.getTime()) / DAY);
    const lead = articleOf(project, data.lead);
    const changed = lead && lastChange(lead);
    if (changed && daysSince(changed) > LEAD_DAYS)
      reportIn(file)(
        place,
        fr`L’article à la une date du ${formatDate(changed)}, il y a ${daysSince(changed)} jours`,
        fr`Choisissez un article plus récent, ou mettez celui-ci à jour et ajoutez-lui « updatedAt »`,
      );
    const published = project.documents.flatMap(({ article }) =>
      article && articleState(article, project.now) === 'published' ? article.publishedAt.getTime() : [],
    );
    const newest = new Date(Math.max(...published));
    if (published.length > 0 && daysSince(newest) > SILENCE_DAYS)
      reportIn(file)(
        place,
        fr`Aucun article n’a été publié depuis le ${formatDate(newest)}`,
        fr`Publiez un article : un visiteur croirait le magazine à l’arrêt`,
      );
  },
});

export const frontPageUnpublished = defineRule({
  name: 'première page',
  description: 'Les articles de la première page sont publiés.',
  example: 'lead: un-article-remis-en-brouillon',
  severity: 'avertissement',
  checkProject(project, reportIn) {
    const { file, source } = readFrontPage(project.root);
    for (const listed of [...source.textsAt(['lead']), ...source.textsAt(['seconds'])]) {
      const { text } = listed;
      const article = articleOf(project, text);
      if (article && articleState(article, project.now) !== 'published')
        reportIn(file)(
          listed,
          article.draft ? fr`« ${text} » est un brouillon` : fr`« ${text} » n’est pas encore publié`,
          fr`Jusqu’à sa publication, l’article publié le plus récent prend sa place`,
          { waits: true },
        );
    }
  },
});

const articleOf = ({ documents }: Project, wanted: string) =>
  documents.find(({ kind, slug }) => kind === 'article' && slug === wanted)?.article;
