import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { videoPlayer } from '#lib/video.ts';

const youtube = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1';

describe('videoPlayer', () => {
  it.each([
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'https://youtube.com/watch?v=dQw4w9WgXcQ',
    'https://m.youtube.com/watch?v=dQw4w9WgXcQ',
    'https://www.youtube.com/watch?feature=shared&v=dQw4w9WgXcQ&t=42s',
    'https://youtu.be/dQw4w9WgXcQ?t=42',
  ])('plays %s without cookies', (page) => {
    expect(videoPlayer(page)).toBe(youtube);
  });

  it.each(['https://vimeo.com/76979871', 'https://www.vimeo.com/76979871?share=copy'])(
    'plays %s without following readers',
    (page) => {
      expect(videoPlayer(page)).toBe('https://player.vimeo.com/video/76979871?dnt=1&autoplay=1');
    },
  );

  it.each([
    'https://www.youtube.com/',
    'https://www.youtube.com/@une-chaine',
    'https://www.youtube.com/watch?v=court',
    'https://www.youtube.com/watch?v="><script>',
    'https://youtu.be/',
    'https://vimeo.com/chaine',
    'https://youtube.com.ex.fr/watch?v=dQw4w9WgXcQ',
    'https://notyoutube.com/watch?v=dQw4w9WgXcQ',
    'https://peertube.fr/w/abc',
  ])('leaves %s a plain link', (page) => {
    expect(videoPlayer(page)).toBeNull();
  });

  it('gives only addresses of the two players, whatever the page', () => {
    const hosts = fc.constantFrom('youtu.be', 'www.youtube.com', 'vimeo.com', 'ex.fr');
    fc.assert(
      fc.property(hosts, fc.webPath(), fc.string(), (host, path, id) => {
        const player = videoPlayer(`https://${host}${path}?v=${encodeURIComponent(id)}`);
        if (player)
          expect(player).toMatch(
            /^https:\/\/(?:www\.youtube-nocookie\.com\/embed\/[\w-]+\?autoplay=1|player\.vimeo\.com\/video\/\d+\?dnt=1&autoplay=1)$/u,
          );
      }),
    );
  });
});
