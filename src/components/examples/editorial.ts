import ACompleter from '#components/editorial/ACompleter.astro';
import AvantApres from '#components/editorial/AvantApres.astro';
import Body from '#components/editorial/Body.astro';
import BodyParts from '#components/editorial/BodyParts.astro';
import BodyPicture from '#components/editorial/BodyPicture.astro';
import ChiffreCle from '#components/editorial/ChiffreCle.astro';
import Chronologie from '#components/editorial/Chronologie.astro';
import Citation from '#components/editorial/Citation.astro';
import Encadre from '#components/editorial/Encadre.astro';
import Etape from '#components/editorial/Etape.astro';
import Figure from '#components/editorial/Figure.astro';
import Galerie from '#components/editorial/Galerie.astro';
import Graphique from '#components/editorial/Graphique.astro';
import Video from '#components/editorial/Video.astro';
import { examples } from './examples.ts';
import { LONG_TITLE, OUTLINE, PLACEHOLDER, TALL, TEXT, TITLE } from './samples.ts';

const slot = `<p>${TEXT}</p>`;
const nodes = [
  `<h2>${TITLE}</h2>`,
  slot,
  { name: 'Encadre', attributes: { titre: TITLE }, children: [slot] },
];
const row = (cells: readonly string[], tag = 'td') =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
const table = (...rows: string[][]) =>
  `<table><thead>${row(rows[0] ?? [], 'th')}</thead><tbody>${rows
    .slice(1)
    .map((cells) => row(cells))
    .join('')}</tbody></table>`;
const shown = (src: string, width: number, height: number, caption: string) =>
  `<figure role="figure" aria-label="${caption}"><picture><img src="${src}" width="${width}" height="${height}" alt="Trois barres" /></picture><figcaption>${caption}</figcaption></figure>`;
const wide = (caption: string) => shown(PLACEHOLDER, 1600, 900, caption);
const other = (caption: string) => shown(OUTLINE, 1600, 900, caption);
const tall = (caption: string) => shown(TALL, 900, 1200, caption);
const chart = { titre: TITLE, unite: 'exemples', description: 'Les valeurs montent de 1 à 3.' };

export const editorial = {
  ACompleter: examples(ACompleter, { 'Dans une phrase': { slot: 'un numéro' } }),
  AvantApres: examples(AvantApres, {
    'Légendes courtes': { legende: TITLE, slot: wide('Avant') + other('Après') },
    'Légende longue, avec crédit': {
      legende: `${LONG_TITLE}.`,
      credit: 'Prénom Nom',
      slot: wide(LONG_TITLE) + other('Après'),
    },
  }),
  Body: examples(Body, { 'Texte et encadré': { body: { nodes, Content: null, dropCap: false } } }),
  BodyParts: examples(BodyParts, { 'Texte et encadré': { nodes } }),
  BodyPicture: examples(BodyPicture, {
    'Image du texte': { file: 'src/cms/examples/schema.svg', alt: 'Trois barres' },
  }),
  ChiffreCle: examples(ChiffreCle, {
    'Sans source': { valeur: '10 %', slot },
    'Valeur longue, avec source': { valeur: '1 234,5 millions', source: LONG_TITLE, slot },
  }),
  Chronologie: examples(Chronologie, { 'Titre long': { titre: LONG_TITLE, slot: `<li>${TEXT}</li>` } }),
  Citation: examples(Citation, {
    Exergue: { slot: TEXT },
    Attribuée: { auteur: 'Prénom Nom', source: TITLE, slot: TEXT },
  }),
  Encadre: examples(Encadre, {
    'Titre court': { titre: TITLE, slot },
    'Titre long': { titre: LONG_TITLE, slot: slot + slot },
  }),
  Etape: examples(Etape, { 'Un jour': { date: '2030-01-01', slot } }, { place: 'list' }),
  Figure: examples(Figure, {
    'Sans crédit': { legende: TITLE, slot },
    'Légende longue, avec crédit': { legende: `${LONG_TITLE}.`, credit: 'Prénom Nom', slot },
  }),
  Galerie: examples(Galerie, {
    'Deux images': { legende: TITLE, slot: wide('Exemple de légende.') + wide(TEXT) },
    'Cinq images de formes différentes, avec crédit': {
      legende: `${LONG_TITLE}.`,
      credit: 'Prénom Nom',
      slot: [wide(TITLE), tall(TEXT), wide(LONG_TITLE), tall('Exemple de légende.'), wide(TEXT)].join(''),
    },
  }),
  Graphique: examples(Graphique, {
    'Barres, une série': { ...chart, type: 'barres', slot: table(['Nom', 'Valeur'], ['A', '1'], ['B', '3']) },
    'Courbe, deux séries': {
      ...chart,
      type: 'courbe',
      source: TITLE,
      slot: table(['Année', 'Une', 'Deux'], ['2028', '1', '2'], ['2029', '2', '1'], ['2030', '3', '2']),
    },
  }),
  Video: examples(Video, {
    Courte: { src: 'https://www.youtube.com/watch?v=identifiant', titre: TITLE, duree: '4 min' },
    'Titre long': { src: 'https://vimeo.com/1', titre: LONG_TITLE },
  }),
};
