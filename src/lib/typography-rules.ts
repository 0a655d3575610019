export const NARROW_NO_BREAK = '\u202F';
export const NO_BREAK = '\u00A0';

const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const QUANTITIES = 'milliers?|millions?|milliards?';
const UNITS =
  '[$£¥]|k€|M€|Mds?€|M\\$|kg|g|mg|t|kt|Mt|Gt|mm|cm|m|km|m²|m³|km²|ha|km\\/h|' +
  'W|kW|MW|GW|TW|Wh|kWh|MWh|GWh|TWh|V|kV|Ah|Hz|kHz|MHz|GHz|ko|Mo|Go|To|Po|ml|cl|l|L|ms|s|min|h|px|ans?|pages?';
const YEAR = '(?:1[5-9]|20)\\d{2}';
const SPACES = '[ \\u00A0\\u202F]';

/** What is set, by what it becomes. */
export type Rule = readonly [pattern: RegExp, replacement: string];

/**
 * Each yields a text that the same rule leaves alone (sources: Imprimerie nationale's Lexique, brief of the magazine).
 * Signs stand first in a pattern, and what is before them after: V8 seeks a sign much faster. Where each may have
 * something to set, `typography-places.ts` knows.
 */
export const RULES: readonly Rule[] = [
  [/(?<!\.)\.{3,}/gu, '…'],
  [/(?<!\p{L})etc(?:\.?…|\.{2,})/gu, 'etc.'],
  [/(?<=\p{L})['ʼ‘](?=[\p{L}\p{N}«“"\uFDD0-\uFDD2])/gu, '’'],
  [/(?<![\p{L}\p{N}])1(?:ère|ere|ière)(?![\p{L}\p{N}])/gu, '1re'],
  [/(?<![\p{L}\p{N}])1ier(?![\p{L}\p{N}])/gu, '1er'],
  [/(?<![\p{L}\p{N}])(\d+|[IVX]+)(?:ième|ieme|ème|eme)(?![\p{L}\p{N}])/gu, '$1e'],
  [/(?<![\p{L}\p{N}])([IVX]+er?)[ ](?=siècles?(?!\p{L}))/gu, `$1${NO_BREAK}`],
  [
    new RegExp(`(?<![\\p{N},.\\-${NARROW_NO_BREAK}])1(?:er)?[ ](?=(?:${MONTHS})(?!\\p{L}))`, 'gu'),
    `1er${NO_BREAK}`,
  ],
  [new RegExp(`(?<![\\p{N},.\\-])(\\d{1,2})[ ](?=(?:${MONTHS})(?!\\p{L}))`, 'gu'), `$1${NO_BREAK}`],
  [
    new RegExp(`(?<![\\p{N}\\p{L}])([01]?\\d|2[0-3])${SPACES}?h${SPACES}?([0-5]\\d)(?![\\p{N}\\p{L}])`, 'gu'),
    `$1${NO_BREAK}h${NO_BREAK}$2`,
  ],
  [/(?<![\p{N}\p{L}])([01]?\d|2[0-3])h(?![\p{N}\p{L}])/gu, `$1${NO_BREAK}h`],
  [/(?<=(?<![\p{N}.,-])\d{1,3}(?:[ \u00A0\u202F]\d{3}){0,9})[ \u00A0](?=\d{3}(?!\p{N}))/gu, NARROW_NO_BREAK],
  [new RegExp(`(?<![\\p{N}-])(${YEAR})-(${YEAR})(?![\\p{N}-])`, 'gu'), '$1–$2'],
  [/(?<![\p{L}\p{N}])CO2(?=(?:e|eq)?(?![\p{L}\p{N}]))/gu, 'CO₂'],
  [new RegExp(`(\\d)${SPACES}?(?=[%‰€]|°[CF](?!\\p{L}))`, 'gu'), `$1${NO_BREAK}`],
  [new RegExp(`(\\d)[ \\u202F](?=(?:${UNITS}|${QUANTITIES})(?![\\p{L}\\p{N}]))`, 'gu'), `$1${NO_BREAK}`],
  [/(?<!\p{L})([nN]°)[ ]?(?=\d)/gu, `$1${NO_BREAK}`],
  [/(?<!\p{L})((?:MM?\.|Mmes?|Mlles?|Drs?|Pr))[ ](?=\p{Lu})/gu, `$1${NO_BREAK}`],
  [/(?<!\p{L})((?:p|art|chap|vol|fig)\.)[ ](?=\d)/gu, `$1${NO_BREAK}`],
  // An aside between dashes: the space inside holds, the one outside may break.
  [
    /(?<=[^\s–-]) [-–][ \u00A0](?!-|–)((?:(?![ \u00A0][-–])[^\n.!?–])+?)[ \u00A0][-–](?=[\s,.;:!?…)]|$)/gu,
    ` –${NO_BREAK}$1${NO_BREAK}–`,
  ],
  [/(?<=[;!?])[ \u00A0\u202F]+(?=[;!?])/gu, ''],
  [/(?<=[^\s([«;!?])(?:[ \u00A0\u202F]+|(?=[;!?]))([;!?]+)(?![\p{L}\p{N}=;!?])/gu, `${NARROW_NO_BREAK}$1`],
  [/(?<=[^\s([«:])(?:[ \u00A0\u202F]+|(?=:)):(?=[\s\uFDD1]|$)/gu, `${NO_BREAK}:`],
  [/«[ \u00A0\u202F]*(?=[^\s])/gu, `«${NO_BREAK}`],
  [/(?<=[^\s«])(?:[ \u00A0\u202F]+|(?=»))»/gu, `${NO_BREAK}»`],
  [/(?<=[^\s([«–;:!?-])[ \u00A0\u202F]+(?=(?:[,…]|\.(?!\.)|\))(?![\p{L}\p{N}.]))/gu, ''],
];
