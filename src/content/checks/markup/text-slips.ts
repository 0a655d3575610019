/** Markup that Markdown does not recognise, so readers would see it. */
export interface TextSlip {
  pattern: RegExp;
  message(found: RegExpExecArray): string;
  remedy(found: RegExpExecArray): string;
}

const slip = (pattern: RegExp, message: string, remedy: string): TextSlip => ({
  pattern,
  message: () => message,
  remedy: () => remedy,
});

/** WordPress shortcodes. */
const SHORTCODE =
  /\[\/?(?:caption|gallery|embed|audio|video|playlist|youtube|vimeo|button|column|row|et_pb|vc_)[\w-]*(?:\s[^\]\n]{0,300})?\]/u;

export const TEXT_SLIPS: readonly TextSlip[] = [
  {
    pattern: /\[\^[^\]\s]{1,60}\](?!:)/u,
    message: ([call]) => `L’appel « ${call} » n’a pas de note`,
    remedy: ([call]) => `Écrivez la note sur sa ligne : ${call}: …, ou supprimez l’appel`,
  },
  {
    pattern: /\[(?!\^)[^[\]\n]{1,200}\]\[([^[\]\n]{0,100})\]/u,
    message: ([, target]) => `La cible « ${target ?? ''} » de ce lien n’est définie nulle part`,
    remedy: () => 'Écrivez le lien complet : [son texte](adresse)',
  },
  slip(
    /\]\((?=\S|$)/u,
    'Ce lien est mal écrit : son adresse contient une espace ou une parenthèse, ou n’est pas fermée',
    'Écrivez l’adresse entre « < > » : [son texte](<adresse>)',
  ),
  slip(
    /\*\*/u,
    'Des astérisques « ** » restent dans le texte',
    'Fermez le gras dans le même paragraphe, contre le mot : **ainsi**',
  ),
  slip(
    /(?<=^|[\s(«’])\*(?=[\p{L}«])(?!\*)/u,
    'Un astérisque « * » reste dans le texte',
    'Fermez l’italique dans le même paragraphe : *ainsi*, ou écrivez « \\* »',
  ),
  slip(
    /(?<=^|[\s(«’])__?(?=\p{L})/u,
    'Un trait bas « _ » reste dans le texte',
    'Fermez l’italique dans le même paragraphe : *ainsi*, ou écrivez « \\_ »',
  ),
  {
    pattern: /(?<=^|\n)[ \t]*(#{2,6})(?=[^\s#])/u,
    message: ([, marks]) => `Il manque une espace après « ${marks} »`,
    remedy: ([, marks]) => `Écrivez « ${marks} Votre intertitre », seul sur sa ligne`,
  },
  slip(
    /(?<=^|\n)[ \t]*(?:[•‣▪▫◦●○■∙⁃➢✓][ \t\u00A0\u202F]|[·o§–—-]\t)/u,
    'Une puce de traitement de texte ne forme pas une liste',
    'Écrivez « - » devant chaque élément, un par ligne',
  ),
  slip(
    /(?<=^|\n)[ \t]*[–—][ \u00A0\u202F][^\n]{1,400}\n[ \t]*[–—][ \u00A0\u202F]/u,
    'Des lignes qui commencent par un tiret long se suivent dans un même paragraphe',
    'Écrivez « - » devant chaque élément d’une liste, ou laissez une ligne vide entre deux répliques',
  ),
  slip(
    SHORTCODE,
    'Un raccourci de WordPress « [ … ] » est resté dans le texte',
    'Supprimez-le : une image s’écrit ![…](./fichier), une vidéo <Video … />',
  ),
  slip(
    /(?<=^|\n)[ \t]*:{3}/u,
    'Un bloc « ::: » est resté dans le texte',
    'Écrivez <Encadre titre="…">, puis le texte, puis </Encadre>',
  ),
  slip(
    /\$\$/u,
    'Une formule « $$ » est restée dans le texte',
    'Écrivez-la en toutes lettres, ou montrez-la comme une image',
  ),
  slip(
    /(?<=^|\n):[ \t]+\S/u,
    'Une ligne qui commence par « : » ne forme pas une définition',
    'Écrivez une liste : « - **Terme** : sa définition »',
  ),
  slip(
    /(?<=^|\s):[a-z]{2,20}(?:_[a-z]{1,20}){0,4}:(?=\s|$)/u,
    'Un nom d’émoticône « :…: » est resté dans le texte',
    'Collez le caractère lui-même, ou supprimez-le',
  ),
];
