import { type Family, NO_BREAK, pattern, ROMAN, SPACE } from './rule.ts';

const START = '(?<![\\p{L}\\p{N}])';
const TITLE = '(?:MM?\\.|Mmes?|Mlles?|Drs?|Prs?|Mgrs?)';
/** A particle or an article between a title and a name: « M. le président », « Mme de Staël ». */
const PARTICLE = "(?:(?:l[ea]s?|de|du|des|von|van|el|al)[ \\u00A0]|[ld][’'])";
/**
 * Words that start a sentence. The full stop before them ends a sentence, and does not follow an initial: « le plan B.
 * Le… ».
 */
const SENTENCE =
  '(?:L[ae]s?|Une?|[CDMST]es|Ce(?:tte|t|ci|la)?|[MST]on|[MST]a|Leurs?|Nous|Vous|Ils?|Elles?|On|Je|Tu|Et|Mais|Ou|Où|Or|Donc|Car|' +
  'Si|En|[AÀ]|Aux?|D[eu]|Dans|Pour|Par|Sur|Avec|Sans|Puis|Ainsi|Enfin|Quand|Comme|Qui|Que|Quel(?:le)?s?|Plus|Pas|Aucune?|' +
  'Tout(?:e|es)?|Tous|Depuis|Après|Avant|Selon|Chez|Entre|Vers|Rien|Voilà|Voici|Cela|Ça|C|D|J|L|M|N|S|T|Qu)(?![\\p{L}])(?!\\.)';

/** Puts a no-break space between an abbreviation and the next word (Imprimerie nationale, « Abréviations »). */
export const abbreviations: Family = {
  needs: /\.[ \n][\p{Lu}\dldvea]|M[mglre]|[DP]r/u,
  rules: [
    { pattern: pattern`(?<=${START}${TITLE})${SPACE}(?=\p{Lu}|${PARTICLE})`, becomes: NO_BREAK },
    { pattern: pattern`(?<=${START}Me)${SPACE}(?=\p{Lu}\p{Ll})`, becomes: NO_BREAK },
    // Initials before a name: « J.-C. Martin », « B. J. Fogg », « V. Hugo ».
    {
      pattern: pattern`(?<=${START}\p{Lu}\p{Ll}?\.-\p{Lu}\.|${START}\p{Lu}\.)${SPACE}(?=\p{Lu}[\p{L}.’'-])(?!${SENTENCE})`,
      becomes: NO_BREAK,
    },
    { pattern: pattern`(?<=${START}(?:av|apr?)\.)${SPACE}(?=J\.-C)`, becomes: NO_BREAK },
    {
      pattern: pattern`(?<=${START}(?:pp?|arts?|chap|ch|vol|fig|t|al|éd|coll?|livr?|sect|tabl?|ill|pl|l|v|f)\.)${SPACE}(?=\d|${ROMAN}(?!\p{L}))`,
      becomes: NO_BREAK,
    },
    // Numbered articles of law: « article L. 229-25 », « art. R. 611-14-1 ».
    { pattern: pattern`(?<=${START}(?:L\.?O|[LRDA])\.)${SPACE}(?=\d)`, becomes: NO_BREAK },
    {
      pattern: pattern`(?<=${START}(?:[aA]rt\.|[aA]rticles?))${SPACE}(?=(?:L\.?O|[LRDA])\.${SPACE}?\d)`,
      becomes: NO_BREAK,
    },
    { pattern: pattern`(?<=${START}p\.)${SPACE}(?=ex\.)`, becomes: NO_BREAK },
    { pattern: pattern`(?<=${START}[tT]él\.)${SPACE}(?=[\d+])`, becomes: NO_BREAK },
  ],
};
