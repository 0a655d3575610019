import Breadcrumb from '#components/site/Breadcrumb.astro';
import CorrectionLog from '#components/site/CorrectionLog.astro';
import EditorialExample from '#components/site/EditorialExample.astro';
import FollowCard from '#components/site/FollowCard.astro';
import Footer from '#components/site/Footer.astro';
import Masthead from '#components/site/Masthead.astro';
import Pagination from '#components/site/Pagination.astro';
import PreviewBand from '#components/site/PreviewBand.astro';
import ReadingList from '#components/site/ReadingList.astro';
import SearchBrowse from '#components/site/SearchBrowse.astro';
import SearchForm from '#components/site/SearchForm.astro';
import SearchQuery from '#components/site/SearchQuery.astro';
import SearchResults from '#components/site/SearchResults.astro';
import SiteMap from '#components/site/SiteMap.astro';
import SlashChoice from '#components/site/SlashChoice.astro';
import SourceExample from '#components/site/SourceExample.astro';
import TagCloud from '#components/site/TagCloud.astro';
import ThemeChoice from '#components/site/ThemeChoice.astro';
import Wordmark from '#components/site/Wordmark.astro';
import { examples } from './examples.ts';
import { article, cloud, date, LINK, LONG_TITLE, longCloudTag, section, TEXT, TITLE } from './samples.ts';

/** The SVG of a sample logo. */
const MARK =
  '<svg viewBox="0 0 120 32" aria-hidden="true"><path fill="currentColor" d="M0 4h28v24H0zM36 4h84v8H36zm0 16h60v8H36z"/></svg>';
const crumb = { label: 'Accueil', href: LINK };
const magazine = {
  name: 'Exemple',
  home: LINK,
  tagline: 'Exemple de devise',
  feed: LINK,
  sections: [section, section],
};
const navigation = ['Exemple', 'Rubrique', 'Autre rubrique'].map((label, index) => ({
  label,
  href: LINK,
  slug: `rubrique-${index}`,
}));
const card = {
  title: 'Exemple de titre',
  text: 'Exemple d’invitation à suivre le magazine.',
  isExample: false,
  countedOn: date.label,
  networks: [{ network: 'mastodon' as const, url: LINK, followers: '1\u00A0k+' }],
};
const siteMapLink = { label: TITLE, href: LINK, children: [] };

export const site = {
  Breadcrumb: examples(Breadcrumb, {
    Court: { ancestors: [crumb], current: TITLE },
    Long: { ancestors: [crumb, { ...crumb, label: section.name }], current: LONG_TITLE },
  }),
  CorrectionLog: examples(CorrectionLog, {
    Aucune: { corrections: [] },
    Une: { corrections: [{ date, text: TEXT, article: article() }] },
  }),
  EditorialExample: examples(EditorialExample, {
    'Avec attributs': {
      name: 'Exemple',
      rule: {
        description: 'Exemple de composant',
        attributes: { titre: { description: 'Son titre', required: true } },
        content: 'required',
        place: 'block',
      },
      source: '<Exemple titre="Titre">Texte</Exemple>',
      slot: `<p>${TEXT}</p>`,
    },
  }),
  FollowCard: examples(FollowCard, {
    'Chiffres réels': { card, magazine: magazine.name, feed: LINK },
    'Chiffres d’exemple': {
      card: { ...card, isExample: true, countedOn: null },
      magazine: magazine.name,
      feed: LINK,
    },
  }),
  Footer: examples(Footer, {
    'Tous droits réservés': { ...magazine, licence: null, pages: [], readingList: null },
    'Avec licence et liste de lecture': {
      ...magazine,
      licence: { name: 'CC BY 4.0', url: LINK },
      pages: [{ slug: 'exemple', title: 'Exemple de page', href: LINK, role: null }],
      readingList: LINK,
    },
  }),
  Masthead: examples(Masthead, {
    Accueil: {
      name: 'Exemple',
      mark: null,
      home: LINK,
      search: LINK,
      navigation,
      current: null,
      hasField: true,
    },
    'Dans une rubrique, avec un logo et un lien de recherche': {
      ...{ name: 'Exemple', mark: MARK, home: LINK, search: LINK, navigation },
      current: 'rubrique-1',
      hasField: false,
    },
  }),
  Pagination: examples(Pagination, {
    'Première page': { number: 1, last: 3, previous: null, next: LINK },
    'Page du milieu': { number: 2, last: 3, previous: LINK, next: LINK },
  }),
  PreviewBand: examples(PreviewBand, { Aperçu: {} }),
  ReadingList: examples(ReadingList, { 'Hors connexion': { own: LINK } }),
  SearchBrowse: examples(SearchBrowse, {
    'Rubriques et étiquettes': { sections: [section, section], tags: cloud, allTags: LINK, archives: LINK },
  }),
  SearchForm: examples(SearchForm, { Vide: { action: LINK, name: 'Exemple de recherche' } }),
  SearchQuery: examples(SearchQuery, {
    'Un choix': {
      action: LINK,
      choices: [{ name: 'annee', label: 'Année', options: [{ value: '', label: 'Toutes' }] }],
    },
  }),
  SearchResults: examples(SearchResults, { 'Avant une recherche': { index: LINK, slot: `<p>${TEXT}</p>` } }),
  SiteMap: examples(SiteMap, {
    'Deux parties': {
      parts: [
        { title: TITLE, links: [{ ...siteMapLink, children: [siteMapLink] }] },
        { title: LONG_TITLE, links: [siteMapLink, siteMapLink] },
      ],
    },
  }),
  SlashChoice: examples(SlashChoice, { Activé: {} }),
  SourceExample: examples(SourceExample, { 'Une ligne': { source: '<Exemple titre="Titre" />' } }),
  TagCloud: examples(TagCloud, {
    'Une, longue': { tags: [longCloudTag], allTags: LINK },
    Plusieurs: { tags: cloud, allTags: LINK },
  }),
  ThemeChoice: examples(ThemeChoice, { 'Trois choix': {} }),
  Wordmark: examples(Wordmark, { Nom: { name: 'Exemple', mark: null, home: LINK } }),
};
