/** Who speaks for a magazine: any name that holds one of these words is taken for its staff. */
const ROLES = words(
  'redaction redac redacteur redactrice redacteurs moderation moderateur moderatrice moderateurs moderator',
  'administration administrateur administratrice administrateurs administrator admin admins',
  'webmaster webmestre webmistress sysadmin superadmin',
);
/** Words that tell of staff only when nothing else stands in the name. */
const NEAR_ROLES = words(
  'equipe staff team editeur editrice editor journal magazine site officiel officielle official',
  'support service contact direction directeur directrice publication chef root system systeme bot robot',
  'commentaire commentaires compte journaliste journalistes revue',
);
const SMALL_WORDS = words('le la les l de du des d un une et en of the au aux notre votre');

/** Letters and digits that pass for others, and what they pass for; what NFKD takes apart needs no line. */
const LOOKALIKES: Readonly<Record<string, string>> = {
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
 * Whether a reader's name passes for the magazine or its staff, whatever the capitals, accents, spaces, punctuation
 * or letters of other alphabets it is written with.
 *
 * @param name cleaned, of a bounded length
 */
export function isReservedName(name: string, magazine: string): boolean {
  const own = skeletons(magazine);
  const spelled = skeletons(name);
  const numberless = skeletons(name.replace(/[\d\s]+$|^[\d\s]+/gu, ''));
  return [spelled, numberless].some(
    (found) => found.some((word) => ROLES.has(word)) || isMadeOf(found.join(''), own.join('')),
  );
}

/** Whether a name without its spaces is the magazine's, or is made of words of staff alone. */
function isMadeOf(name: string, magazine: string): boolean {
  const pieces = [...ROLES, ...NEAR_ROLES, ...SMALL_WORDS, magazine].filter(Boolean);
  const telling = new Set([...ROLES, ...NEAR_ROLES, magazine]);
  // For each length: whether words end there, and whether one of them tells of staff.
  const ends: ({ tells: boolean } | undefined)[] = [{ tells: false }];
  for (let length = 1; length <= name.length; length += 1) {
    for (const piece of pieces) {
      const before = ends[length - piece.length];
      if (!before || !name.startsWith(piece, length - piece.length)) continue;
      ends[length] = { tells: before.tells || telling.has(piece) || (ends[length]?.tells ?? false) };
    }
  }
  return ends[name.length]?.tells ?? false;
}

/** The words of a text as the eye takes them: without capitals, accents and alphabets. */
function skeletons(text: string): string[] {
  return [...text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')]
    .map((letter) => LOOKALIKES[letter] ?? letter)
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
  return Object.fromEntries([...letters].map((lookalike) => [lookalike, letter]));
}
