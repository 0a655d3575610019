import { nearest } from '#lib/nearest.ts';
import { enumerate } from '#lib/french.ts';
import type { Place } from './problems.ts';
import { inlineElements, vocabulary } from './vocabulary.ts';

const COMPONENTS = Object.keys(vocabulary);
const NAMES = [...COMPONENTS, ...inlineElements];

/**
 * What an editor can do about MDX that cannot be read. Sätteri says `line:column: what (code)`, in
 * English: the place is kept, the rest is said again.
 */
export function syntaxProblem(error: unknown): Place & { message: string; remedy: string } {
  const text = error instanceof Error ? error.message : String(error);
  const place = placeIn(/^(\d+):(\d+):/u.exec(text));
  const [, opened] = /closing tag for `<([^>`]+)>` \(\d+:\d+\)/u.exec(text) ?? [];
  const [, closed] = /closing tag `<\/([^>`]+)>`/u.exec(text) ?? [];
  const isComponent = /^\p{Lu}/u.test(opened ?? closed ?? '');
  if (opened && isComponent && !NAMES.includes(opened)) {
    const meant = nearest(opened, COMPONENTS);
    return {
      ...placeIn(/`<[^>`]+>` \((\d+):(\d+)\)/u.exec(text)),
      message: `Le composant <${opened}> n’existe pas${meant ? ` : vouliez-vous dire <${meant}> ?` : ''}`,
      remedy: `Les composants du magazine : ${enumerate(COMPONENTS)}`,
    };
  }
  const tag = closed ?? opened;
  if (tag && (isComponent || NAMES.includes(tag))) {
    return {
      ...place,
      message: `<${tag}> n’est pas fermé, ou sa fermeture n’est pas à sa place`,
      remedy: `Fermez-le par </${opened ?? tag}>, seul sur sa ligne, ou retirez-le`,
    };
  }
  return {
    ...place,
    message: 'Un signe « < », « { » ou « } » est lu comme du code',
    remedy: 'Écrivez « \\< », « \\{ » ou « \\} », ou vérifiez la balise de cette ligne',
  };
}

function placeIn(match: RegExpExecArray | null): Place {
  const [, line = '1', column = '1'] = match ?? [];
  return { line: Number(line), column: Number(column) };
}
