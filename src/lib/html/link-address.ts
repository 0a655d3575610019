/** Why the address of a link is invalid, and how to correct it, in French. */
export interface AddressFault {
  message: string;
  remedy: string;
}

const LABELS = /^(?:[a-z\d_](?:[a-z\d_-]*[a-z\d])?\.)+(?:[a-z]{2,}|xn--[a-z\d-]+)\.?$/u;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/u;
const MAIL = /^[^\s@:/]+@[^\s@/]+\.[^\s@/.]+$/u;
const TELEPHONE = /^tel:\+?[\d().\s-]{2,}$/iu;
/** An address without its scheme: « www.insee.fr », « insee.fr/rapport ». */
const WITHOUT_SCHEME =
  /^(?:www\.[^\s/.]+\.[^\s]+|(?:[a-z\d-]+\.)+(?:fr|com|org|net|eu|info|io|be|ch|ca|uk|de|es|it|lu|int|gov|edu)(?:[/?#:]\S*)?)$/iu;
const HTTPS = 'Écrivez une adresse qui commence par « https:// »';
/** Relative addresses are resolved against the page of an article. */
const PAGE = 'https://magazine.example/articles/article/';

/** Why an address is invalid; `null` when it is valid. */
export function linkAddressFault(url: string): AddressFault | null {
  if (url.trim() === '')
    return {
      message: 'Ce lien n’a pas d’adresse',
      remedy: 'Écrivez-la entre parenthèses : [son texte](adresse)',
    };
  if (MAIL.test(url))
    return { message: `L’adresse « ${url} » est une adresse e-mail`, remedy: `Écrivez « mailto:${url} »` };
  if (url.startsWith('//')) return { message: `L’adresse « ${url} » n’a pas de « https: »`, remedy: HTTPS };
  if (WITHOUT_SCHEME.test(url))
    return { message: `L’adresse « ${url} » n’a pas de « https:// »`, remedy: `Écrivez « https://${url} »` };
  const scheme = /^([^/?#]*?):/u.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined)
    return isValidRelative(url) ? null : notAnAddress(url, 'Corrigez-la, ou supprimez le lien');
  if (scheme === 'mailto')
    return MAIL.test(url.slice('mailto:'.length).replace(/\?.*$/su, ''))
      ? null
      : notAnAddress(url, 'Écrivez « mailto:nom@exemple.fr »');
  if (scheme === 'tel') return TELEPHONE.test(url) ? null : notAnAddress(url, 'Écrivez « tel:+33123456789 »');
  if (scheme === 'http' || scheme === 'https')
    return isWebAddress(url)
      ? null
      : notAnAddress(url, 'Écrivez une adresse complète, par exemple « https://www.insee.fr/ »');
  return { message: `Le lien « ${url} » ne mène nulle part`, remedy: HTTPS };
}

/** Whether a text is a complete http or https address. */
function isWebAddress(url: string): boolean {
  if (!/^https?:\/\/[^\s/\\?#]+/iu.test(url) || !URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return (
    !/%/u.test(/^https?:\/\/([^/?#]*)/iu.exec(url)?.[1] ?? '') &&
    (LABELS.test(hostname) || IPV4.test(hostname))
  );
}

/** Whether a relative address is valid: correct escapes, and no Windows path. */
function isValidRelative(url: string): boolean {
  if (url.includes('\\') || !URL.canParse(url, PAGE)) return false;
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

function notAnAddress(url: string, remedy: string): AddressFault {
  return { message: `« ${url} » n’est pas une adresse`, remedy };
}
