import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { videoPlayer } from '#lib/video.ts';

const YOUTUBE = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1';
const VIMEO = 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1';

describe('videoPlayer', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', YOUTUBE],
    ['https://youtube.com/watch?v=dQw4w9WgXcQ', YOUTUBE],
    ['https://m.youtube.com/watch?v=dQw4w9WgXcQ', YOUTUBE],
    ['https://music.youtube.com/watch?v=dQw4w9WgXcQ', YOUTUBE],
    ['https://www.youtube.com/watch?feature=shared&v=dQw4w9WgXcQ', YOUTUBE],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=90s', `${YOUTUBE}&start=90`],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1m30s', `${YOUTUBE}&start=90`],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1h0m5s', `${YOUTUBE}&start=3605`],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=bientot', YOUTUBE],
    ['https://youtu.be/dQw4w9WgXcQ?t=42', `${YOUTUBE}&start=42`],
    ['https://youtu.be/dQw4w9WgXcQ?si=abc', YOUTUBE],
    ['https://www.youtube.com/shorts/dQw4w9WgXcQ', YOUTUBE],
    ['https://www.youtube.com/live/dQw4w9WgXcQ?feature=share', YOUTUBE],
    ['https://www.youtube.com/embed/dQw4w9WgXcQ?start=10', `${YOUTUBE}&start=10`],
    ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', YOUTUBE],
    ['https://vimeo.com/76979871', VIMEO],
    ['https://www.vimeo.com/76979871?share=copy', VIMEO],
    ['https://vimeo.com/76979871/abcdef1234', `${VIMEO}&h=abcdef1234`],
    ['https://vimeo.com/76979871?h=abcdef1234', `${VIMEO}&h=abcdef1234`],
    ['https://vimeo.com/76979871#t=30s', `${VIMEO}#t=30s`],
    ['https://vimeo.com/channels/staffpicks/76979871', VIMEO],
    ['https://player.vimeo.com/video/76979871?h=abcdef1234', `${VIMEO}&h=abcdef1234`],
  ])('plays %s without cookies', (page, player) => {
    expect(videoPlayer(page)?.player).toBe(player);
  });

  it.each([
    ...[
      'https://www.youtube.com/',
      'https://www.youtube.com/@une-chaine',
      'https://www.youtube.com/watch?v=court',
    ],
    ...[
      'https://www.youtube.com/watch',
      'https://www.youtube.com/playlist?list=PLabcdefgh',
      'https://youtu.be/',
    ],
    ...[
      'https://www.youtube.com/watch?v="><script>',
      'https://vimeo.com/chaine',
      'https://vimeo.com/',
      'https://',
    ],
    ...['https://youtube.com.ex.fr/watch?v=dQw4w9WgXcQ', 'https://notyoutube.com/watch?v=dQw4w9WgXcQ'],
    ...['https://www.tiktok.com/@nom/video/7234567890', 'https://peertube.fr/w/abc', 'https://%zz.fr/', ''],
    ...[
      'https://www.youtube.com:abc/watch?v=dQw4w9WgXcQ',
      'https://www.youtube.com:8080/watch?v=dQw4w9WgXcQ',
    ],
    ...[
      'http://www.youtube.com/watch?v=dQw4w9WgXcQ',
      'www.youtube.com/watch?v=dQw4w9WgXcQ',
      'javascript:alert(1)',
    ],
  ])('knows no player of %s', (page) => {
    expect(videoPlayer(page)).toBeNull();
  });

  it('gives only addresses of the two players, whatever the page', () => {
    const hosts = fc.constantFrom('youtu.be', 'www.youtube.com', 'vimeo.com', 'ex.fr');
    fc.assert(
      fc.property(hosts, fc.webPath(), fc.string(), (host, path, id) => {
        const player = videoPlayer(`https://${host}${path}?v=${encodeURIComponent(id)}`);
        if (player)
          expect(player.player).toMatch(
            /^https:\/\/(?:www\.youtube-nocookie\.com\/embed\/[\w-]+\?autoplay=1|player\.vimeo\.com\/video\/\d+\?dnt=1&autoplay=1)(?:&h=[\da-f]+)?$/u,
          );
      }),
    );
  });
});
