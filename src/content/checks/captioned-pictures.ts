import { nodesOf, textOf, type TreeNode } from '#content/files/mdx-tree.ts';
import type { Report } from './report.ts';

const isPicture = ({ type }: TreeNode): boolean => type === 'image' || type === 'imageReference';

/**
 * Checks a component that contains several pictures, each a paragraph with its caption on the lines under the picture.
 *
 * @param most maximum number of pictures
 */
export function checkCaptionedPictures(component: TreeNode, most: number, report: Report): void {
  const name = component.name ?? '';
  const pictures = [...nodesOf(component)].filter(isPicture);
  if (pictures.length < 2)
    report(
      component,
      `<${name}> ne contient ${pictures.length === 0 ? 'pas d’image' : 'qu’une image'}`,
      pictures.length === 0
        ? 'Écrivez ![ce que l’image montre](./nom-du-fichier), sa légende à la ligne, puis une ligne vide'
        : 'Ajoutez une image, ou montrez celle-ci seule, ou dans <Figure>',
    );
  const tooMany = pictures[most];
  if (tooMany)
    report(
      tooMany,
      `<${name}> contient plus de ${most} images`,
      'Supprimez celle-ci, ou montrez-les toutes dans <Galerie>',
    );
  if (pictures.length > 0) for (const child of component.children ?? []) checkChild(child, name, report);
}

function checkChild(child: TreeNode, name: string, report: Report): void {
  const [first, ...others] = child.children ?? [];
  const another = others.find((node) => [...nodesOf(node)].some(isPicture));
  if (child.type !== 'paragraph')
    report(
      child,
      `<${name}> ne contient que des images, chacune avec sa légende`,
      `Placez l’image seule sur sa ligne, sa légende à la ligne suivante, et le reste hors de <${name}>`,
    );
  else if (!first || !isPicture(first))
    report(
      child,
      `Ce texte n’est pas sous une image de <${name}>`,
      `Écrivez-le sur la ligne qui suit son image, sans ligne vide entre les deux, ou hors de <${name}>`,
    );
  else if (another)
    report(another, `Deux images de <${name}> se touchent`, 'Laissez une ligne vide entre elles');
  else if (others.every((node) => textOf(node).trim() === ''))
    report(
      first,
      `L’image « ${first.url ?? ''} » n’a pas de légende`,
      'Écrivez-la sur la ligne qui suit l’image, sans ligne vide entre les deux',
    );
}
