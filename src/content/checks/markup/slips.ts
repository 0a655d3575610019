/**
 * A pattern of markup that Markdown does not recognise and that readers would therefore see, with its message and
 * remedy. In both texts, « $0 » is replaced by the match, and « $1 » by its first group.
 */
export type Slip = readonly [pattern: RegExp, message: string, remedy: string];

/** WordPress shortcodes. */
const SHORTCODE =
  /\[\/?(?:caption|gallery|embed|audio|video|playlist|youtube|vimeo|button|column|row|et_pb|vc_)[\w-]*(?:\s[^\]\n]{0,300})?\]/u;

export const TEXT_SLIPS: readonly Slip[] = [
  [
    /\[\^[^\]\s]{1,60}\](?!:)/u,
    'L’appel « $0 » n’a pas de note',
    'Écrivez la note sur sa ligne : $0: …, ou supprimez l’appel',
  ],
  [
    /\[(?!\^)[^[\]\n]{1,200}\]\[([^[\]\n]{0,100})\]/u,
    'La cible « $1 » de ce lien n’est définie nulle part',
    'Écrivez le lien complet : [son texte](adresse)',
  ],
  [
    /\]\((?=\S|$)/u,
    'Ce lien est mal écrit : son adresse contient une espace ou une parenthèse, ou n’est pas fermée',
    'Écrivez l’adresse entre « < > » : [son texte](<adresse>)',
  ],
  [
    /\*\*/u,
    'Des astérisques « ** » restent dans le texte',
    'Fermez le gras dans le même paragraphe, contre le mot : **ainsi**',
  ],
  [
    /(?<=^|[\s(«’])\*(?=[\p{L}«])(?!\*)/u,
    'Un astérisque « * » reste dans le texte',
    'Fermez l’italique dans le même paragraphe : *ainsi*, ou écrivez « \\* »',
  ],
  [
    /(?<=^|[\s(«’])__?(?=\p{L})/u,
    'Un trait bas « _ » reste dans le texte',
    'Fermez l’italique dans le même paragraphe : *ainsi*, ou écrivez « \\_ »',
  ],
  [
    /(?<=^|\n)[ \t]*(#{2,6})(?=[^\s#])/u,
    'Il manque une espace après « $1 »',
    'Écrivez « $1 Votre intertitre », seul sur sa ligne',
  ],
  [
    /(?<=^|\n)[ \t]*(?:[•‣▪▫◦●○■∙⁃➢✓][ \t\u00A0\u202F]|[·o§–—-]\t)/u,
    'Une puce de traitement de texte ne forme pas une liste',
    'Écrivez « - » devant chaque élément, un par ligne',
  ],
  [
    /(?<=^|\n)[ \t]*[–—][ \u00A0\u202F][^\n]{1,400}\n[ \t]*[–—][ \u00A0\u202F]/u,
    'Des lignes qui commencent par un tiret long se suivent dans un même paragraphe',
    'Écrivez « - » devant chaque élément d’une liste, ou laissez une ligne vide entre deux répliques',
  ],
  [
    SHORTCODE,
    'Un raccourci de WordPress « [ … ] » est resté dans le texte',
    'Supprimez-le : une image s’écrit ![…](./fichier), une vidéo <Video … />',
  ],
  [
    /(?<=^|\n)[ \t]*:{3}/u,
    'Un bloc « ::: » est resté dans le texte',
    'Écrivez <Encadre titre="…">, puis le texte, puis </Encadre>',
  ],
  [
    /\$\$/u,
    'Une formule « $$ » est restée dans le texte',
    'Écrivez-la en toutes lettres, ou montrez-la comme une image',
  ],
  [
    /(?<=^|\n):[ \t]+\S/u,
    'Une ligne qui commence par « : » ne forme pas une définition',
    'Écrivez une liste : « - **Terme** : sa définition »',
  ],
  [
    /(?<=^|\s):[a-z]{2,20}(?:_[a-z]{1,20}){0,4}:(?=\s|$)/u,
    'Un nom d’émoticône « :…: » est resté dans le texte',
    'Collez le caractère lui-même, ou supprimez-le',
  ],
];

/** Markup that readers would see in fields, which contain plain text only. */
export const FIELD_SLIPS: readonly Slip[] = [
  [
    /\{%|\{\{/u,
    'Une balise « {% … %} » ou « {{ … }} » est restée dans ce champ',
    'Remplacez-la par ce qu’elle affichait',
  ],
  [
    /<\/?[a-zA-Z][a-zA-Z\d]*(?:\s[^<>]{0,200})?\/?>/u,
    'Ce champ affiche une balise HTML telle quelle',
    'Supprimez-la : un champ ne contient que du texte',
  ],
  [
    /&(?:#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,10});/iu,
    'Ce champ affiche un code HTML tel quel',
    'Écrivez le caractère lui-même : é, &, «',
  ],
  [
    /\*\*|(?<![\p{L}\d])__(?=\p{L})/u,
    'Ce champ affiche les marques du gras telles quelles',
    'Supprimez-les : un champ n’a ni gras ni italique',
  ],
  [
    /\[[^\]\n]{1,200}\]\(/u,
    'Ce champ affiche un lien tel quel',
    'Écrivez seulement le texte, sans crochets ni adresse',
  ],
  [/\[\/?(?:caption|gallery|embed)\b/u, 'Un raccourci de WordPress est resté dans ce champ', 'Supprimez-le'],
];
