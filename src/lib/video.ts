/**
 * The embeddable player of a video's page.
 *
 * @returns the player's address, without cookies before playing; `null` for a host that is not known,
 *   whose video stays a plain link
 */
export function videoPlayer(page: string): string | null {
  const url = new URL(page);
  const host = url.hostname.replace(/^(?:www|m)\./u, '');
  if (host === 'youtube.com' || host === 'youtu.be') {
    const id = host === 'youtu.be' ? url.pathname.slice(1) : url.searchParams.get('v');
    return id && /^[\w-]{6,}$/u.test(id) ? `https://www.youtube-nocookie.com/embed/${id}?autoplay=1` : null;
  }
  if (host === 'vimeo.com') {
    const id = /^\/(\d+)/u.exec(url.pathname)?.[1];
    return id ? `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1` : null;
  }
  return null;
}
