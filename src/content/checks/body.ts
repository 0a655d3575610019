import { decodePercent } from '#lib/decode-percent.ts';
import { linkAddressFault } from '#lib/html/link-address.ts';
import { checkElements } from './elements.ts';
import { orNearest } from './reference.ts';
import { braceFault } from './mdx-faults.ts';
import { readBody } from './mdx-syntax.ts';
import { nodesOf, textOf, type TreeNode } from '#content/files/mdx-tree.ts';
import { extensionProblem } from '#images/formats.ts';
import { type ContentProblem, sortProblems } from '#model/problems.ts';
import { type Report, reportTo } from './report.ts';

interface BodyContext {
  file: string;
  /** Names of the files beside the article. */
  neighbours: ReadonlySet<string>;
}

/**
 * Checks the MDX of an article or a page.
 *
 * @param body as returned by `splitArticle`, with the line numbers of the file
 */
export function checkBody(body: string, context: BodyContext): ContentProblem[] {
  const { tree, faults } = readBody(body);
  const problems: ContentProblem[] = faults.map((fault) => ({ file: context.file, ...fault }));
  if (!tree) return problems;
  const report = reportTo(problems, context.file);
  const imported = importedNames(tree, context);
  checkElements(tree, imported ?? new Set(), report);
  for (const node of nodesOf(tree)) {
    if (node.type === 'image') checkPicture(node, context, report);
    if (node.type === 'link' || node.type === 'definition') checkLink(node, report);
    if (node.type === 'heading') checkHeading(node, report);
    if (node.type === 'imageReference')
      report(
        node,
        'L’adresse de l’image est écrite ailleurs',
        'Écrivez-la ici : ![ce qu’elle montre](./nom-du-fichier)',
      );
    if (node.type === 'mdxjsEsm' && !imported)
      report(
        node,
        'Une ligne « import » ou « export » est du code',
        'Supprimez-la : les composants sont toujours disponibles',
      );
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      const { message, remedy } = braceFault(`{${String(node.value)}`, 0);
      report(node, message, remedy);
    }
  }
  return sortProblems(problems);
}

function checkHeading(node: TreeNode, report: Report): void {
  if (textOf(node).trim() === '')
    report(node, 'Cet intertitre n’a pas de texte', 'Écrivez-le après « ## », ou supprimez la ligne');
  else if (node.depth === 1)
    report(node, 'Un titre « # » répète celui de l’article', 'Commencez vos intertitres par « ## »');
}

/** The only code an article may contain: the import of a component in its own folder. */
const OWN_COMPONENT = /^import (\p{Lu}\w*) from '\.\/(\w+\.astro)';?$/u;

/** Names of the components that the text imports; `null` when it contains any other code. */
function importedNames(tree: TreeNode, { neighbours }: BodyContext): ReadonlySet<string> | null {
  const code = (tree.children ?? []).filter(({ type }) => type === 'mdxjsEsm');
  const lines = code.flatMap(({ value }) => String(value).split('\n')).filter((line) => line.trim());
  const names = lines.map((line) => {
    const [, name, file] = OWN_COMPONENT.exec(line.trim()) ?? [];
    return name && file && neighbours.has(file) ? name : null;
  });
  return names.includes(null) ? null : new Set(names.flatMap((name) => name ?? []));
}

function checkLink(node: TreeNode, report: Report): void {
  const url = node.url ?? '';
  if (node.type === 'link' && !textOf(node).trim() && !node.children?.some(({ type }) => type === 'image'))
    report(node, 'Ce lien n’a pas de texte', 'Écrivez où il mène entre les crochets : [son texte](adresse)');
  if ([...nodesOf(node)].some(({ type }) => type === 'footnoteReference'))
    report(
      node,
      'Un appel de note est dans le texte d’un lien',
      'Écrivez l’appel après le lien : [texte](adresse)[^note]',
    );
  const fault = linkAddressFault(url);
  if (fault) report(node, fault.message, fault.remedy);
}

function checkPicture(node: TreeNode, { neighbours }: BodyContext, report: Report): void {
  const url = node.url ?? '';
  if (!node.alt?.trim()) {
    report(
      node,
      `L’image « ${url} » n’a pas de texte alternatif`,
      'Écrivez ce qu’elle montre entre les crochets : ![…](…)',
    );
  }
  const notShown = extensionProblem(decodePercent(url));
  if (!/^\.\/[^/]+$/u.test(url)) {
    report(
      node,
      `L’image « ${url} » n’est pas à côté de l’article`,
      'Copiez-la dans le dossier de l’article et écrivez « ./nom-du-fichier »',
    );
  } else if (notShown) {
    report(node, notShown.message, notShown.remedy);
  } else if (!neighbours.has(decodePercent(url.slice(2)))) {
    const { message, remedy } = missingPicture(url, neighbours);
    report(node, message, remedy);
  }
}

/** The problem of a picture that is not in the article's folder. */
export function missingPicture(
  name: string,
  neighbours: Iterable<string>,
): Pick<ContentProblem, 'message' | 'remedy'> {
  const meant = orNearest(name.replace(/^\.\//u, ''), neighbours, (file) => `« ./${file} »`);
  return {
    message: `L’image « ${name} » n’existe pas${meant}`,
    remedy: 'Copiez l’image dans le dossier de l’article ou corrigez son nom',
  };
}
