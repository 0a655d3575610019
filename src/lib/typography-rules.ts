import { ANY, apart, next, type Place, SPACES as SPACE_SIGNS } from './sign-places.ts';

export const NARROW_NO_BREAK = '\u202F';
export const NO_BREAK = '\u00A0';

const DIGITS = '0123456789';
const nextOrApart = (before: string, after: string) => [next(before, after), apart(before, after)];

const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const MONTH_INITIALS = 'jfmasond';
const QUANTITIES = 'milliers?|millions?|milliards?';
const UNITS =
  '[$£¥]|k€|M€|Mds?€|M\\$|kg|g|mg|t|kt|Mt|Gt|mm|cm|m|km|m²|m³|km²|ha|km\\/h|' +
  'W|kW|MW|GW|TW|Wh|kWh|MWh|GWh|TWh|V|kV|Ah|Hz|kHz|MHz|GHz|ko|Mo|Go|To|Po|ml|cl|l|L|ms|s|min|h|px|ans?|pages?';
const UNIT_INITIALS = '$£¥kMgmtGchWTVAHPlLspa';
const YEAR = '(?:1[5-9]|20)\\d{2}';
const SPACES = '[ \\u00A0\\u202F]';

export interface Rule {
  /** It changes nothing in a text that has none of these. */
  places: readonly Place[];
  pattern: RegExp;
  replacement: string;
  /** Whether it takes away what stood between two signs: they may be a place of another rule. */
  joins: boolean;
}

/**
 * Each yields a text that the same rule leaves alone (sources: Imprimerie nationale's Lexique, brief of the magazine).
 * Signs stand first in a pattern, and what is before them after: V8 seeks a sign much faster.
 * What a rule makes of its places is none of another, but for rules that join signs: those of a text are sought once.
 */
export const RULES: readonly Rule[] = (
  [
    [[next('.', '.')], /(?<!\.)\.{3,}/gu, '…'],
    [[next('c', '.…')], /(?<!\p{L})etc(?:\.?…|\.{2,})/gu, 'etc.'],
    [[next(ANY, "'ʼ‘")], /(?<=\p{L})['ʼ‘](?=[\p{L}\p{N}«“"\uFDD0-\uFDD2])/gu, '’'],
    [[next('1', 'èei')], /(?<![\p{L}\p{N}])1(?:ère|ere|ière)(?![\p{L}\p{N}])/gu, '1re'],
    [[next('1', 'i')], /(?<![\p{L}\p{N}])1ier(?![\p{L}\p{N}])/gu, '1er'],
    [
      [next(`${DIGITS}IVX`, 'ièe')],
      /(\d+|[IVX]+)(?<![\p{L}\p{N}]\1)(?:ième|ieme|ème|eme)(?![\p{L}\p{N}])/gu,
      '$1e',
    ],
    [[next('IVX', 'eiè')], /(?<![\p{L}\p{N}])([IVX]+er?)[ ](?=siècles?(?!\p{L}))/gu, `$1${NO_BREAK}`],
    [
      [next('1', 'ei'), apart('1', MONTH_INITIALS)],
      new RegExp(`(?<![\\p{N},.\\-${NARROW_NO_BREAK}])1(?:er)?[ ](?=(?:${MONTHS})(?!\\p{L}))`, 'gu'),
      `1er${NO_BREAK}`,
    ],
    [
      [apart(DIGITS, MONTH_INITIALS)],
      new RegExp(`(?<![\\p{N},.\\-])(\\d{1,2})[ ](?=(?:${MONTHS})(?!\\p{L}))`, 'gu'),
      `$1${NO_BREAK}`,
    ],
    [
      nextOrApart(DIGITS, 'h'),
      new RegExp(
        `(?<![\\p{N}\\p{L}])([01]?\\d|2[0-3])${SPACES}?h${SPACES}?([0-5]\\d)(?![\\p{N}\\p{L}])`,
        'gu',
      ),
      `$1${NO_BREAK}h${NO_BREAK}$2`,
    ],
    [[next(DIGITS, 'h')], /(?<![\p{N}\p{L}])([01]?\d|2[0-3])h(?![\p{N}\p{L}])/gu, `$1${NO_BREAK}h`],
    [
      [apart(DIGITS, DIGITS)],
      /(?<=(?<![\p{N}.,-])\d{1,3}(?:[ \u00A0\u202F]\d{3})*)[ \u00A0](?=\d{3}(?!\p{N}))/gu,
      NARROW_NO_BREAK,
    ],
    [[next(DIGITS, '-')], new RegExp(`(?<![\\p{N}-])(${YEAR})-(${YEAR})(?![\\p{N}-])`, 'gu'), '$1–$2'],
    [[next('O', '2')], /(?<![\p{L}\p{N}])CO2(?=(?:e|eq)?(?![\p{L}\p{N}]))/gu, 'CO₂'],
    [
      nextOrApart(DIGITS, '%‰€°'),
      new RegExp(`(\\d)${SPACES}?(?=[%‰€]|°[CF](?!\\p{L}))`, 'gu'),
      `$1${NO_BREAK}`,
    ],
    [
      [apart(DIGITS, UNIT_INITIALS)],
      new RegExp(`(\\d)[ \\u202F](?=(?:${UNITS}|${QUANTITIES})(?![\\p{L}\\p{N}]))`, 'gu'),
      `$1${NO_BREAK}`,
    ],
    [[next('nN', '°')], /(?<!\p{L})([nN]°)[ ]?(?=\d)/gu, `$1${NO_BREAK}`],
    [[next('MDP', '.Mmlr')], /(?<!\p{L})((?:MM?\.|Mmes?|Mlles?|Drs?|Pr))[ ](?=\p{Lu})/gu, `$1${NO_BREAK}`],
    [[apart('.', DIGITS)], /(?<!\p{L})((?:p|art|chap|vol|fig)\.)[ ](?=\d)/gu, `$1${NO_BREAK}`],
    // An aside between dashes: the space inside holds, the one outside may break.
    [
      [next(' ', '-–')],
      /(?<=[^\s–-]) [-–][ \u00A0](?!-|–)((?:(?![ \u00A0][-–])[^\n.!?–])+?)[ \u00A0][-–](?=[\s,.;:!?…)]|$)/gu,
      ` –${NO_BREAK}$1${NO_BREAK}–`,
    ],
    [[next(';!?', SPACE_SIGNS)], /(?<=[;!?])[ \u00A0\u202F]+(?=[;!?])/gu, ''],
    [
      [next(ANY, ';!?')],
      /[ \u00A0\u202F]*([;!?]+)(?<=[^\s([«;!?][ \u00A0\u202F]*[;!?]+)(?![\p{L}\p{N}=;!?])/gu,
      `${NARROW_NO_BREAK}$1`,
    ],
    [
      [next(ANY, ':')],
      /(?:[ \u00A0\u202F]+:|:)(?<=[^\s([«:][ \u00A0\u202F]*:)(?=[\s\uFDD1]|$)/gu,
      `${NO_BREAK}:`,
    ],
    [[next(ANY, '«')], /«[ \u00A0\u202F]*(?=[^\s])/gu, `«${NO_BREAK}`],
    [[next(ANY, '»')], /(?:[ \u00A0\u202F]+»|»)(?<=[^\s«][ \u00A0\u202F]*»)/gu, `${NO_BREAK}»`],
    [
      [next(SPACE_SIGNS, ',….)')],
      /[ \u00A0\u202F]+(?=(?:[,…]|\.(?!\.)|\))(?![\p{L}\p{N}.]))(?<=[^\s([«–;:!?-][ \u00A0\u202F]+)/gu,
      '',
    ],
  ] as const
).map(([places, pattern, replacement]) => ({ places, pattern, replacement, joins: replacement === '' }));
