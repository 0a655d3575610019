import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeStrict } from '#lib/html/finish-page.ts';

const page = (head: string, body = '') =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const policyOf = (html: string) => /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1];
const directive = (html: string, name: string) =>
  policyOf(html)
    ?.split(';')
    .find((one) => one.startsWith(`${name} `));
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('a strict page', () => {
  it('says its policy before anything that it judges', () => {
    const strict = makeStrict(page('<style>a{}</style>'));
    expect(strict).toMatch(/^<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv=/u);
    expect(policyOf(strict)).toMatch(/^default-src 'none';/u);
  });

  it('has one style, in the order in which they were', () => {
    const strict = makeStrict(page('<style>@layer a;</style><title>T</title><style> b{} </style>'));
    expect(strict.match(/<style>.*?<\/style>/gu)).toEqual(['<style>@layer a;b{}</style>']);
    expect(directive(strict, 'style-src')).toBe(`style-src ${hash('@layer a;b{}')}`);
  });

  it('has one module for those that import nothing, each in its own scope', () => {
    const modules = ['var e=1;', 'import"./a.js";', 'var e=2;', 'await x;'].map(
      (content) => `<script type="module">${content}</script>`,
    );
    const strict = makeStrict(page('', modules.join('')));
    const joined = '(()=>{var e=1;})();(()=>{var e=2;})();';
    expect(strict.match(/<script.*?<\/script>/gu)).toEqual([
      `<script type="module">${joined}</script>`,
      modules[1],
      modules[3],
    ]);
    expect(directive(strict, 'script-src')).toBe(
      `script-src ${[joined, 'import"./a.js";', 'await x;'].map(hash).join(' ')}`,
    );
  });

  it('lets run what is written as a script, and not what only looks like one', () => {
    const strict = makeStrict(
      page(
        '<script>start()</script><script type="speculationrules">{}</script><script type="application/ld+json">{"a":1}</script>',
        '<img alt="<script>evil()</script>"><!-- <script>old()</script> --><textarea><script>a()</script></textarea>',
      ),
    );
    expect(directive(strict, 'script-src')).toBe(`script-src ${hash('start()')} ${hash('{}')}`);
    expect(strict).toContain('<img alt="<script>evil()</script>"><!-- <script>old()</script> --><textarea>');
  });

  it('lets in a player, an intake or the search only where there is one', () => {
    const plain = policyOf(makeStrict(page('', '<script src="/a.js"></script>'))) ?? '';
    expect(plain).not.toMatch(/frame-src|wasm|http/u);
    const strict = makeStrict(
      page(
        '',
        '<click-video data-player="https://player.example/1"></click-video><form method="post" action="https://avis.example/envoi/"></form><form action="/recherche/"></form><search-results></search-results>',
      ),
    );
    expect(directive(strict, 'frame-src')).toBe('frame-src https://player.example');
    expect(directive(strict, 'form-action')).toBe("form-action 'self' https://avis.example");
    expect(directive(strict, 'script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'");
    expect(directive(strict, 'trusted-types')).toMatch(/ default$/u);
  });

  it('lets no script run where there is none', () => {
    const policy = policyOf(makeStrict(page('<meta http-equiv="refresh" content="0;url=/a/">')));
    expect(policy).not.toMatch(/script-src|connect-src/u);
    expect(policy).toContain("trusted-types 'none'");
  });

  it('has the style of the components that it holds, and of no other', () => {
    const html = page('<style>a[data-1abc]{top:0}b[data-2xyz]{top:0}</style>', '<a data-1abc></a>');
    expect(makeStrict(html)).toContain('<style>a[data-1abc]{top:0}</style>');
  });

  it('keeps what is not ASCII, and knows scripts and styles by the hash of their bytes', () => {
    const strict = makeStrict(page('<style>a{content:"é’"}</style>', '<p>« Un œuf\u202F! » 🥚</p>'));
    expect(strict).toContain('<p>« Un œuf\u202F! » 🥚</p>');
    expect(directive(strict, 'style-src')).toBe(`style-src ${hash('a{content:"é’"}')}`);
  });

  it('is not changed again, and keeps the policy that a page came with', () => {
    const strict = makeStrict(page('<style>a{}</style><script>b()</script>'));
    expect(makeStrict(strict)).toBe(strict);
  });
});
