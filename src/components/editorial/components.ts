import type { ComponentName } from '#model/editorial-components.ts';
import ACompleter from './ACompleter.astro';
import BodyPicture from './BodyPicture.astro';
import ChiffreCle from './ChiffreCle.astro';
import Chronologie from './Chronologie.astro';
import Citation from './Citation.astro';
import Encadre from './Encadre.astro';
import Etape from './Etape.astro';
import Figure from './Figure.astro';
import Graphique from './Graphique.astro';
import Video from './Video.astro';

/** The components that draw what editors write, one for each name of the content's vocabulary. */
const named = {
  ACompleter,
  ChiffreCle,
  Chronologie,
  Citation,
  Encadre,
  Etape,
  Figure,
  Graphique,
  Video,
} satisfies Record<ComponentName, unknown>;

/** What a page gives to an article's text: the vocabulary, and what stands for Markdown's own pictures. */
export const editorialComponents = { ...named, BodyPicture };
