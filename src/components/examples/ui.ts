import BlurredPicture from '#components/ui/BlurredPicture.astro';
import CaptionedFigure from '#components/ui/CaptionedFigure.astro';
import Date from '#components/ui/Date.astro';
import Icon from '#components/ui/Icon.astro';
import Picture from '#components/ui/Picture.astro';
import ShortLabel from '#components/ui/ShortLabel.astro';
import Typeset from '#components/ui/Typeset.astro';
import { examples } from './examples.ts';
import { PLACEHOLDER, date, LONG_TITLE, LONG_WORD, outline, picture, TITLE } from './samples.ts';

const shape = { widths: [320, 768], sizes: '20rem' };

export const ui = {
  BlurredPicture: examples(
    BlurredPicture,
    {
      'Avec un flou': { image: picture, placeholder: PLACEHOLDER, alt: 'Trois barres', ...shape },
      'Sans flou': { image: picture, placeholder: null, alt: 'Trois barres', ...shape },
      'Image transparente': { image: outline, placeholder: null, alt: 'Une ligne brisée', ...shape },
    },
    { place: 'card' },
  ),
  CaptionedFigure: examples(CaptionedFigure, {
    'Légende courte': { caption: TITLE, class: 'exemple', slot: `<p>${TITLE}</p>` },
    'Légende longue': { caption: LONG_TITLE, class: 'exemple', slot: `<p>${TITLE}</p>` },
  }),
  Date: examples(Date, { 'Premier du mois': { datetime: date.day, label: date.label } }),
  Icon: examples(Icon, {
    'Marque, 18 pixels': { name: 'mastodon', size: 18 },
    'Interface, 28 pixels': { name: 'play', size: 28 },
  }),
  Picture: examples(
    Picture,
    {
      Opaque: { image: picture, alt: 'Trois barres', ...shape },
      'Transparente, sur fond clair': { image: outline, alt: 'Une ligne brisée', ...shape },
      'Dessin, servi tel quel': {
        image: { ...picture, isVector: true, formats: [] },
        alt: 'Trois barres',
        ...shape,
      },
    },
    { place: 'card' },
  ),
  ShortLabel: examples(ShortLabel, {
    Court: { text: TITLE, limit: 40 },
    Coupé: { text: LONG_WORD, limit: 40 },
  }),
  Typeset: examples(Typeset, { 'Exposant et indice': { text: 'Le 1er exemple, en CO₂' } }),
};
