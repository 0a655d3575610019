import { describe, expect, it } from 'vitest';
import { htmlForFeed } from '#lib/feeds/feed-html.ts';

const PAGE = 'https://ex.fr/magazine/articles/un/';
const feed = (html: string) => htmlForFeed(html, PAGE);

describe('an article in a feed', () => {
  it('keeps its text, its links and its pictures', () => {
    const html =
      '<h2>Titre</h2><p>Du <em>texte</em>, CO<sub>2</sub>.</p><img alt="A" src="https://ex.fr/i.jpg" />';
    expect(feed(html)).toBe(html);
  });

  it('has absolute addresses alone', () => {
    expect(feed('<a href="/magazine/contact/">a</a><a href="#suite">b</a><a href="../deux/">c</a>')).toBe(
      '<a href="https://ex.fr/magazine/contact/">a</a><a href="https://ex.fr/magazine/articles/un/#suite">b</a><a href="https://ex.fr/magazine/articles/deux/">c</a>',
    );
    expect(feed('<img src="/_astro/a.jpg" alt="">')).toContain('src="https://ex.fr/_astro/a.jpg"');
  });

  it('leaves scripts, styles and drawings behind, with what they hold', () => {
    expect(feed('<p>a</p><script>alert(1)</script><style>p{}</style><svg><text>b</text></svg>')).toBe(
      '<p>a</p>',
    );
    expect(feed('<p class="lead" onclick="x()" style="color:red" data-astro-cid-x>a</p>')).toBe('<p>a</p>');
    expect(feed('<a href="javascript:alert(1)">a</a>')).toBe('<a>a</a>');
  });

  it('tells a chart by its description and its table', () => {
    const chart =
      '<figure><div role="img" aria-label="La courbe monte."><svg><path d="M0"/></svg></div><details><summary>Voir</summary><table><tr><td>1</td></tr></table></details></figure>';
    expect(feed(chart)).toBe('<figure><p>La courbe monte.</p><table><tr><td>1</td></tr></table></figure>');
  });

  it('keeps each picture of a gallery with its caption', () => {
    const shown =
      '<figure><img alt="A" src="https://ex.fr/i.jpg" /><figcaption>Une légende</figcaption></figure>';
    const gallery = `<div class="gallery"><figure class="pictures"><div class="grid">${shown}${shown}</div><figcaption>L’ensemble</figcaption></figure></div>`;
    expect(feed(gallery)).toBe(`<figure>${shown}${shown}<figcaption>L’ensemble</figcaption></figure>`);
  });

  it('keeps strong what only its style set apart, without a heading of its own', () => {
    expect(feed('<p class="title">Le mot</p><p class="value">53 %</p><p class="source">S</p>')).toBe(
      '<strong>Le mot</strong><strong>53 %</strong><p>S</p>',
    );
  });

  it('does not say twice what a page repeats for the eye', () => {
    expect(feed('<figure aria-hidden="true"><blockquote>Encore.</blockquote></figure><p>a</p>')).toBe(
      '<p>a</p>',
    );
  });

  it('keeps a video as a link', () => {
    expect(
      feed(
        '<click-video data-player="p"><a href="https://v.example/1"><strong>Voir</strong></a></click-video>',
      ),
    ).toBe('<a href="https://v.example/1"><strong>Voir</strong></a>');
  });
});

describe('a text in a feed', () => {
  const inFeed = (html: string) => htmlForFeed(html, 'https://magazine.example/articles/a/');

  it.each([
    'https://',
    '//',
    'http://[::1/',
    'http://exemple.fr:99999/',
    'https://exa%20mple.fr/',
    'https://%zz/',
  ])('holds no address that is none, and is made all the same: %s', (address) => {
    expect(inFeed(`<p><a href="${address}">lien</a></p>`)).toMatch(/^<p><a(?: href="")?>lien<\/a><\/p>$/u);
  });

  it('numbers a list from where it begins, and keeps the state of tasks and the direction of words', () => {
    expect(inFeed('<ol start="3"><li>a</li></ol>')).toBe('<ol start="3"><li>a</li></ol>');
    expect(inFeed('<ul class="contains-task-list"><li>☑ a</li></ul>')).toBe('<ul><li>☑ a</li></ul>');
    expect(inFeed('<blockquote lang="ar" dir="rtl">x</blockquote>')).toContain('dir="rtl"');
  });
});
