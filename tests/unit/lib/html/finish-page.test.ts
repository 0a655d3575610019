import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { finishPage } from '#lib/html/finish-page.ts';

const page = (head: string, body = '') =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const policyOf = (html: string) => /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1];
const directive = (html: string, name: string) =>
  policyOf(html)
    ?.split(';')
    .find((one) => one.startsWith(`${name} `));
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('a finished page', () => {
  it('says its policy before anything that it judges', () => {
    const finished = finishPage(page('<style>a{}</style>'));
    expect(finished).toMatch(
      /^<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv=/u,
    );
    expect(policyOf(finished)).toMatch(/^default-src 'none';/u);
  });

  it('allows scripts of the site when an element names one to load', () => {
    const finished = finishPage(page('', '<comment-form data-script="/form.js"></comment-form>'));
    expect(directive(finished, 'script-src')).toBe("script-src 'self'");
  });

  it('has one style, in the order in which they were', () => {
    const finished = finishPage(page('<style>@layer a;</style><title>T</title><style> b{top:0} </style>'));
    expect(finished.match(/<style>.*?<\/style>/gu)).toEqual(['<style>@layer a;b{top:0}</style>']);
    expect(directive(finished, 'style-src')).toBe(`style-src ${hash('@layer a;b{top:0}')}`);
  });

  it('has one module for those that import nothing, each in its own scope', () => {
    const modules = ['var e=1;', 'import"./a.js";', 'var e=2;', 'await x;'].map(
      (content) => `<script type="module">${content}</script>`,
    );
    const finished = finishPage(page('', modules.join('')));
    const joined = '(()=>{var e=1;})();(()=>{var e=2;})();';
    expect(finished.match(/<script.*?<\/script>/gu)).toEqual([
      `<script type="module">${joined}</script>`,
      modules[1],
      modules[3],
    ]);
    expect(directive(finished, 'script-src')).toBe(
      `script-src ${[joined, 'import"./a.js";', 'await x;'].map(hash).join(' ')}`,
    );
  });

  it('lets run what is written as a script, and not what only looks like one', () => {
    const finished = finishPage(
      page(
        '<script>start()</script><script type="speculationrules">{}</script><script type="application/ld+json">{"a":1}</script>',
        '<img alt="<script>evil()</script>"><!-- <script>old()</script> --><textarea><script>a()</script></textarea>',
      ),
    );
    expect(directive(finished, 'script-src')).toBe(`script-src ${hash('start()')} ${hash('{}')}`);
    expect(finished).toContain(
      '<img alt="<script>evil()</script>"><!-- <script>old()</script> --><textarea>',
    );
  });

  it('lets in a player, an intake or the search only where there is one', () => {
    const plain = policyOf(finishPage(page('', '<script src="/a.js"></script>'))) ?? '';
    expect(plain).not.toMatch(/frame-src|wasm|http/u);
    const finished = finishPage(
      page(
        '',
        '<click-video data-player="https://player.example/1"></click-video><form method="post" action="https://avis.example/envoi/"></form><form action="/recherche/"></form><search-results></search-results>',
      ),
    );
    expect(directive(finished, 'frame-src')).toBe('frame-src https://player.example');
    expect(directive(finished, 'form-action')).toBe("form-action 'self' https://avis.example");
    expect(directive(finished, 'script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'");
    expect(directive(finished, 'trusted-types')).toMatch(/ default$/u);
  });

  it('lets no script run where there is none', () => {
    const policy = policyOf(finishPage(page('<meta http-equiv="refresh" content="0;url=/a/">')));
    expect(policy).not.toMatch(/script-src|connect-src/u);
    expect(policy).toContain("trusted-types 'none'");
  });

  it('has the style of the components that it holds, and of no other', () => {
    const html = page(
      '<style>a[data-astro-cid-abcd1234]{top:0}b[data-astro-cid-wxyz5678]{top:0}</style>',
      '<a data-astro-cid-abcd1234></a><script>find("data-astro-cid-abcd1234")</script>',
    );
    const finished = finishPage(html);
    const [, scope] = /<style>a\[(data-\d\w{3})\]\{top:0\}<\/style>/u.exec(finished) ?? [];
    expect(finished).toContain(`<a ${scope}></a>`);
    expect(finished).toContain('<script>find("data-astro-cid-abcd1234")</script>');
  });

  it('keeps the style of what a service will add', () => {
    const style = 'a[data-astro-cid-abcd1234],.absent{top:0}';
    const body = (slot: string) => `<a data-astro-cid-abcd1234></a><div${slot}></div>`;
    const head = `<style>.absent{top:0}a{left:0}</style><style>${style}</style>`;
    expect(finishPage(page(head, body('')))).not.toContain('<style>.absent');
    expect(finishPage(page(head, body(' data-filled-later')))).toContain('<style>.absent{top:0}a{left:0}');
  });

  it('keeps what is not ASCII, and knows scripts and styles by the hash of their bytes', () => {
    const finished = finishPage(page('<style>a{content:"é’"}</style>', '<p>« Un œuf\u202F! » 🥚</p>'));
    expect(finished).toContain('<p>« Un œuf\u202F! » 🥚</p>');
    expect(directive(finished, 'style-src')).toBe(`style-src ${hash('a{content:"é’"}')}`);
  });

  it('is not changed again, and keeps the policy that a page came with', () => {
    const finished = finishPage(page('<style>a{}</style><script>b()</script>'));
    expect(finishPage(finished)).toBe(finished);
  });
});
