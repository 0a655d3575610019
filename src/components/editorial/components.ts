import type { ComponentName } from '#model/editorial-components.ts';
import ACompleter from './ACompleter.astro';
import AvantApres from './AvantApres.astro';
import BodyPicture from './BodyPicture.astro';
import ChiffreCle from './ChiffreCle.astro';
import Chronologie from './Chronologie.astro';
import Citation from './Citation.astro';
import Encadre from './Encadre.astro';
import Etape from './Etape.astro';
import Figure from './Figure.astro';
import Galerie from './Galerie.astro';
import Graphique from './Graphique.astro';
import Video from './Video.astro';

/** The component for each name that editors may write. */
const named = {
  ACompleter,
  AvantApres,
  ChiffreCle,
  Chronologie,
  Citation,
  Encadre,
  Etape,
  Figure,
  Galerie,
  Graphique,
  Video,
} satisfies Record<ComponentName, unknown>;

/** The components of a text: those that editors write, and the one for pictures in Markdown. */
export const mdxComponents = { ...named, BodyPicture };
