/** Readers may not use a name that contains one of these words. */
const ROLES = words(
  'redaction redac redacteur redactrice redacteurs moderation moderateur moderatrice moderateurs moderator',
  'administration administrateur administratrice administrateurs administrator admin admins',
  'webmaster webmestre webmistress sysadmin superadmin',
);
/** Readers may not use a name made only of these words. */
const STAFF_WORDS = words(
  'equipe staff team editeur editrice editor journal magazine site officiel officielle official',
  'support service contact direction directeur directrice publication chef root system systeme bot robot',
  'commentaire commentaires compte journaliste journalistes revue',
);
const SMALL_WORDS = words('le la les l de du des d un une et en of the au aux notre votre');

/** Latin letters by the characters that look like them (homoglyphs), except those that NFKD decomposes. */
const HOMOGLYPHS: Readonly<Record<string, string>> = {
  ...pairs('аɑαаⲁꭺᴀ', 'a'),
  ...pairs('ввβʙ', 'b'),
  ...pairs('сϲᴄ', 'c'),
  ...pairs('ԁɗđᴅժ', 'd'),
  ...pairs('еєεҽɛᴇℯ3€ё', 'e'),
  ...pairs('ɡցɢԍ', 'g'),
  ...pairs('һհнʜ', 'h'),
  ...pairs('іıιɩӏɪ1!|l', 'i'),
  ...pairs('јᴊ', 'j'),
  ...pairs('кκᴋ', 'k'),
  ...pairs('мᴍ', 'm'),
  ...pairs('пηոɴńп', 'n'),
  ...pairs('оοσօᴏ0øө', 'o'),
  ...pairs('рρᴘ', 'p'),
  ...pairs('ԛգ', 'q'),
  ...pairs('гʀᴦ', 'r'),
  ...pairs('ѕꜱ5$', 's'),
  ...pairs('тτᴛ7', 't'),
  ...pairs('υսᴜ', 'u'),
  ...pairs('νѵᴠ', 'v'),
  ...pairs('ѡԝᴡω', 'w'),
  ...pairs('хχ', 'x'),
  ...pairs('уүʏγ', 'y'),
  ...pairs('ᴢ', 'z'),
  '4': 'a',
  '@': 'a',
  '8': 'b',
  œ: 'oe',
  æ: 'ae',
};

/**
 * Whether a reader's name could be taken for the magazine or its staff, with any capitals, accents, spaces, punctuation
 * and letters of other alphabets.
 *
 * @param name normalized, of a limited length
 */
export function isReservedName(name: string, magazine: string): boolean {
  const own = skeletons(magazine);
  const spelled = skeletons(name);
  const numberless = skeletons(name.replace(/[\d\s]+$|^[\d\s]+/gu, ''));
  return [spelled, numberless].some(
    (found) => found.some((word) => ROLES.has(word)) || isMadeOf(found.join(''), own.join('')),
  );
}

/** Whether a name without spaces is the magazine's, or is made of staff words alone. */
function isMadeOf(name: string, magazine: string): boolean {
  const pieces = [...ROLES, ...STAFF_WORDS, ...SMALL_WORDS, magazine].filter(Boolean);
  const reserved = new Set([...ROLES, ...STAFF_WORDS, magazine]);
  // Dynamic programming: for each prefix that is made of words, whether one of them is reserved.
  const prefixes: ({ isReserved: boolean } | undefined)[] = [{ isReserved: false }];
  for (let length = 1; length <= name.length; length += 1) {
    for (const piece of pieces) {
      const before = prefixes[length - piece.length];
      if (!before || !name.startsWith(piece, length - piece.length)) continue;
      const isReserved = before.isReserved || reserved.has(piece) || (prefixes[length]?.isReserved ?? false);
      prefixes[length] = { isReserved };
    }
  }
  return prefixes[name.length]?.isReserved ?? false;
}

/** The words of a text in skeleton form (Unicode TR 39): equal for texts that look alike. */
function skeletons(text: string): string[] {
  return [...text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')]
    .map((letter) => HOMOGLYPHS[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function words(...lines: string[]): ReadonlySet<string> {
  return new Set(
    lines
      .join(' ')
      .split(' ')
      .map((word) => word.replaceAll('l', 'i').replaceAll('rn', 'm')),
  );
}

function pairs(letters: string, letter: string): Record<string, string> {
  return Object.fromEntries([...letters].map((homoglyph) => [homoglyph, letter]));
}
