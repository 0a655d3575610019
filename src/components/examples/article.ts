import ArticleDate from '#components/article/ArticleDate.astro';
import ArticleHeader from '#components/article/ArticleHeader.astro';
import ArticleTags from '#components/article/ArticleTags.astro';
import CardMeta from '#components/article/CardMeta.astro';
import Comment from '#components/article/Comment.astro';
import CommentForm from '#components/article/CommentForm.astro';
import Comments from '#components/article/Comments.astro';
import Corrections from '#components/article/Corrections.astro';
import Cover from '#components/article/Cover.astro';
import Headlines from '#components/article/Headlines.astro';
import Kicker from '#components/article/Kicker.astro';
import LeadStory from '#components/article/LeadStory.astro';
import Neighbours from '#components/article/Neighbours.astro';
import ReadLater from '#components/article/ReadLater.astro';
import Related from '#components/article/Related.astro';
import SectionBlock from '#components/article/SectionBlock.astro';
import ShareBar from '#components/article/ShareBar.astro';
import Sources from '#components/article/Sources.astro';
import StateMark from '#components/article/StateMark.astro';
import TableOfContents from '#components/article/TableOfContents.astro';
import Teaser from '#components/article/Teaser.astro';
import { examples } from './examples.ts';
import * as sample from './samples.ts';

const { LINK, TITLE, LONG_TITLE, TEXT, discussion } = sample;
const short = sample.article();
const long = sample.longArticle;
const closed = { ...discussion, service: null };
const thread = { ...sample.comment('1'), replies: [sample.comment('2', { name: 'La revue', staff: true })] };
const source = { title: TITLE, language: 'fr', publisher: 'Éditeur', url: LINK, date: '2030' };

export const article = {
  ArticleDate: examples(ArticleDate, { Publié: { article: short }, 'Mis à jour': { article: long } }),
  ArticleHeader: examples(ArticleHeader, {
    'Une signature': { article: sample.articlePage(), saveable: true },
    'Titre long, mis à jour, deux signatures': {
      article: sample.articlePage({
        ...long,
        cover: sample.cover,
        authors: [sample.author, { ...sample.author, name: 'Collectif d’exemple', collective: true }],
        comments: { count: 2, threads: [] },
      }),
      saveable: false,
    },
  }),
  ArticleTags: examples(ArticleTags, {
    Une: { tags: sample.tags.slice(0, 1) },
    'Plusieurs, dont une longue': { tags: sample.tags },
  }),
  CardMeta: examples(CardMeta, { Publié: { article: short }, Brouillon: { article: sample.draft } }),
  Comment: examples(Comment, {
    'D’un lecteur': {
      comment: sample.comment('3', { site: LINK }),
      article: 'exemple',
      service: sample.service,
    },
    'De la rédaction, commentaires fermés': {
      comment: sample.comment('4', { staff: true }),
      article: 'exemple',
      service: null,
    },
  }),
  CommentForm: examples(CommentForm, {
    Vide: { article: 'exemple', service: sample.service, discussion },
  }),
  Comments: examples(Comments, {
    Aucun: { comments: { count: 0, threads: [] }, article: 'exemple', discussion: closed },
    'Une réponse': { comments: { count: 2, threads: [thread] }, article: 'exemple', discussion: closed },
  }),
  Corrections: examples(Corrections, {
    Une: { corrections: [{ date: sample.date, text: TEXT }] },
    Plusieurs: {
      corrections: [
        { date: sample.date, text: TEXT },
        { date: sample.date, text: LONG_TITLE },
      ],
    },
  }),
  Cover: examples(Cover, {
    'Avec légende': { cover: sample.cover },
    'Légende longue': { cover: { ...sample.cover, caption: `${LONG_TITLE}.` } },
  }),
  Headlines: examples(Headlines, {
    Un: { articles: [short] },
    'Plusieurs, décrits': { articles: sample.manyArticles, described: true },
  }),
  Kicker: examples(Kicker, { Rubrique: { label: sample.section.name, href: LINK } }),
  LeadStory: examples(LeadStory, { 'Titre court': { article: short }, 'Titre long': { article: long } }),
  Neighbours: examples(Neighbours, {
    'Un seul': { section: 'Rubrique', previous: short, next: null },
    Deux: { section: 'Autre rubrique', previous: short, next: long },
  }),
  ReadLater: examples(ReadLater, { 'En attente du service worker': {} }),
  Related: examples(Related, {
    Un: { articles: [short] },
    Trois: { articles: sample.manyArticles.slice(0, 3) },
  }),
  SectionBlock: examples(SectionBlock, {
    'Sans article': { section: { category: sample.section, articles: [] }, shape: 'alone' },
    'Un article': { section: { category: sample.section, articles: [short] }, shape: 'alone' },
    'Image à gauche': {
      section: { category: sample.section, articles: sample.manyArticles },
      shape: 'picture-left',
    },
    'Image à droite': {
      section: { category: sample.blueSection, articles: sample.manyArticles },
      shape: 'picture-right',
    },
    Images: { section: { category: sample.blueSection, articles: sample.manyArticles }, shape: 'pictures' },
  }),
  ShareBar: examples(ShareBar, { 'Tous les réseaux': { url: 'https://exemple.fr/', title: TITLE } }),
  Sources: examples(Sources, {
    'Une, sans adresse': { sources: [{ ...source, url: null, date: null }] },
    'Plusieurs, dont une étrangère': {
      sources: [
        source,
        { ...source, title: 'Sample title', language: 'en' },
        { ...source, title: LONG_TITLE },
      ],
    },
  }),
  StateMark: examples(StateMark, {
    Brouillon: { article: sample.draft },
    Programmé: { article: sample.scheduled },
  }),
  TableOfContents: examples(TableOfContents, {
    'Titres courts et longs': {
      headings: [TITLE, LONG_TITLE, TITLE, TITLE].map((html, index) => ({ id: `partie-${index}`, html })),
    },
  }),
  Teaser: examples(
    Teaser,
    {
      'Titre court': { article: short, heading: 'h3' },
      'Titre long, mis à jour': { article: long, heading: 'h3' },
      'Sans description, brouillon': { article: sample.draft, heading: 'h3', short: true, light: true },
      Large: { article: short, heading: 'h2', wide: true },
    },
    { place: 'card' },
  ),
};
