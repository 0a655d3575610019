/** The player of a video. */
export interface VideoPlayer {
  /** Address of the player; it sets no cookies before playing. */
  player: string;
  /** The video site, as readers know it. */
  host: string;
}

const YOUTUBE_HOSTS = ['youtube.com', 'youtube-nocookie.com', 'music.youtube.com'];
const YOUTUBE_PATH = /^\/(?:shorts|live|embed|v)\/([^/]+)\/?$/u;
const YOUTUBE_ID = /^[\w-]{6,20}$/u;
/** The path of a Vimeo page: an optional channel, album or group, then the id, then the key of an unlisted video. */
const VIMEO_PATH =
  /^\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/|showcase\/\d+\/video\/)?(\d+)(?:\/([\da-f]+))?\/?$/u;
const VIMEO_KEY = /^[\da-f]+$/u;
const START = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/u;

/**
 * The embeddable player for the page of a video.
 *
 * @returns `null` for an invalid address, an unknown site, or a page that is not that of a video
 */
export function videoPlayer(page: string): VideoPlayer | null {
  if (!/^https:\/\//iu.test(page) || !URL.canParse(page)) return null;
  const url = new URL(page);
  const host = url.hostname.replace(/^(?:www|m)\./u, '');
  if (url.port !== '' || url.username !== '') return null;
  if (host === 'youtu.be' || YOUTUBE_HOSTS.includes(host)) return youtubePlayer(url, host);
  if (host === 'vimeo.com' || host === 'player.vimeo.com') return vimeoPlayer(url);
  return null;
}

function youtubePlayer({ pathname, searchParams }: URL, host: string): VideoPlayer | null {
  const path = host === 'youtu.be' ? pathname.slice(1) : YOUTUBE_PATH.exec(pathname)?.[1];
  const id = path ?? (pathname === '/watch' ? searchParams.get('v') : null);
  if (!id || !YOUTUBE_ID.test(id)) return null;
  const start = secondsOf(searchParams.get('t') ?? searchParams.get('start') ?? '');
  const from = start > 0 ? `&start=${start}` : '';
  return { player: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${from}`, host: 'youtube.com' };
}

function vimeoPlayer({ pathname, searchParams, hash }: URL): VideoPlayer | null {
  const [, id, key = searchParams.get('h') ?? ''] = VIMEO_PATH.exec(pathname) ?? [];
  if (id === undefined) return null;
  const unlisted = VIMEO_KEY.test(key) ? `&h=${key}` : '';
  const start = secondsOf(/^#t=(.+)$/u.exec(hash)?.[1] ?? '');
  const from = start > 0 ? `#t=${start}s` : '';
  return {
    player: `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1${unlisted}${from}`,
    host: 'vimeo.com',
  };
}

/** Seconds of « 90 », « 90s », « 1m30s »; 0 for anything else. */
function secondsOf(text: string): number {
  const [, hours = '0', minutes = '0', seconds = '0'] = START.exec(text) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
