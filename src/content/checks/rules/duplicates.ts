import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFrontPage, readSite } from '#content/files/content-file.ts';
import { slugify } from '#lib/slugs.ts';
import { isTaken } from '#routes.ts';
import type { ListedText } from '#content/files/yaml-source.ts';
import { fieldText, fieldTexts } from '#content/checks/project/fields.ts';
import { publishedFirst } from '#content/checks/project/project.ts';
import { addressOf } from '#content/checks/project/published-addresses.ts';
import { defineRule, type RuleReport } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

export const duplicateTitles = defineRule({
  name: 'titres en double',
  description: 'Deux articles ou pages n’ont ni le même titre, ni le même chapô.',
  example: 'title: Le capital-risque expliqué, deux fois',
  severity: 'erreur',
  checkProject({ documents, now }, reportIn) {
    const first = new Map<string, string>();
    for (const document of publishedFirst(documents, now))
      for (const name of ['title', 'description']) {
        const field = fieldText(document, [name]);
        if (!field) continue;
        const key = `${name} ${slugify(field.text)}`;
        const other = first.get(key);
        first.set(key, other ?? document.source.file);
        if (other === undefined) continue;
        reportIn(document.source.file)(
          field.place,
          `${name === 'title' ? fr`Ce titre` : fr`Ce chapô`} est déjà celui de ${other}`,
          fr`Changez l’un des deux : un lecteur ne saurait lequel choisir`,
          // The same lead is only a warning: two interviews may begin with the same sentence.
          { severity: name === 'title' ? 'erreur' : 'avertissement' },
        );
      }
  },
});

export const duplicateAddresses = defineRule({
  name: 'adresses en double',
  description:
    'Une adresse, ancienne ou présente, ne mène qu’à un article ou une page, et n’est pas celle d’une page créée par le site.',
  example: 'aliases: /2024/06/ancien-titre/, dans deux articles',
  severity: 'erreur',
  checkProject({ root, documents, now }, reportIn) {
    const folder = join(root, 'public');
    const served = existsSync(folder) ? readdirSync(folder) : [];
    const ordered = publishedFirst(documents, now);
    const owners = new Map(ordered.map((document) => [addressOf(document), document.source.file]));
    for (const document of ordered)
      for (const { text, place } of fieldTexts(document, 'aliases')) {
        const { file } = document.source;
        // Addresses are compared without case, which some hosts ignore.
        const address = text.toLowerCase();
        const owner = owners.get(address);
        if (isTaken(address, served))
          reportIn(file)(
            place,
            fr`L’adresse « ${text} » est celle d’une page créée par le site`,
            fr`Supprimez-la : elle remplacerait cette page`,
          );
        else if (owner === undefined) owners.set(address, file);
        else
          reportIn(file)(
            place,
            fr`L’adresse « ${text} » est déjà celle de ${owner}`,
            fr`Ne l’utilisez qu’à un seul endroit`,
          );
      }
  },
});

export const repetitions = defineRule({
  name: 'répétitions',
  description:
    'Une liste ne nomme pas deux fois la même chose : étiquette, signature, article de la une, rubrique, réseau.',
  example: 'authors: la-redaction, deux fois',
  severity: 'avertissement',
  checkDocument({ kind, fields }, report, { lists }) {
    if (kind !== 'article') return;
    reportRepeated(fields.textsAt(['tags']), report, (name) => lists.tagSlugs.get(name) ?? name);
    reportRepeated(fields.textsAt(['authors']), report);
  },
  checkProject({ root }, reportIn) {
    const front = readFrontPage(root);
    const site = readSite(root);
    const lead = front.source.textsAt(['lead']);
    reportRepeated([...lead, ...front.source.textsAt(['seconds'])], reportIn(front.file));
    reportRepeated(front.source.textsAt(['sections']), reportIn(front.file));
    reportRepeated(site.source.textsAt(['navigation'], 'category'), reportIn(site.file));
    reportRepeated(site.source.textsAt(['follow', 'networks'], 'network'), reportIn(site.file));
  },
});

function reportRepeated(
  texts: readonly ListedText[],
  report: RuleReport,
  identityOf = (text: string) => text,
): void {
  const first = new Map<string, ListedText>();
  for (const listed of texts) {
    const { text } = listed;
    const other = first.get(identityOf(text));
    if (!other) first.set(identityOf(text), listed);
    else
      report(
        listed,
        other.text === text
          ? fr`« ${text} » est déjà nommé à la ligne ${other.line}`
          : fr`« ${text} » et « ${other.text} », à la ligne ${other.line}, désignent la même chose`,
        fr`Supprimez l’une des deux lignes`,
      );
  }
}
