import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { html } from 'hono/html';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKnownArticles } from '#comments/service/known-articles.ts';
import { createPageTemplate } from '#comments/service/page-template.ts';

const ORIGIN = 'https://innovations.example';
let siteFolder: string;
beforeEach(() => {
  siteFolder = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(siteFolder, 'commentaires/gabarit'), { recursive: true });
});
afterEach(() => rmSync(siteFolder, { recursive: true, force: true }));

const template = (external = false) => createPageTemplate({ siteFolder, siteOrigin: ORIGIN, external });
const build = (text: string) => {
  const file = join(siteFolder, 'commentaires/gabarit/index.html');
  writeFileSync(file, text);
  builds += 1;
  utimesSync(file, builds, builds);
};
let builds = 0;
const META = `<meta http-equiv="Content-Security-Policy" content="default-src 'none';script-src 'self' 'sha256-AAAA'">`;

describe('the template of answers', () => {
  it('is a plain page until the build has written one', async () => {
    const { html: page } = await template()('Un <titre>', html`<p>${'<script>'}</p>`);
    expect(page).toContain('<title>Un &lt;titre&gt;</title>');
    expect(page).toContain('<div id="reponse"><p>&lt;script&gt;</p></div>');
  });

  it('is that of the last build', async () => {
    const fill = template();
    build('<title>{{titre}}</title><main><div id="reponse"></div></main>');
    expect((await fill('$& A', html`<p>{{titre}} $1</p>`)).html).toBe(
      '<title>$&amp; A</title><main><div id="reponse"><p>{{titre}} $1</p></div></main>',
    );
    build('<title>{{titre}} 2</title><div id="reponse" data-own></div>');
    expect((await fill('B', html``)).html).toContain('<title>B 2</title>');
    rmSync(join(siteFolder, 'commentaires'), { recursive: true });
    expect((await fill('C', html``)).html).toContain('<title>C 2</title>');
  });

  it('moves its policy to the header, and forbids framing there', async () => {
    build(`${META}<div id="reponse"></div>`);
    const { html: page, policy } = await template()('A', html``);
    expect(policy).toBe(`default-src 'none';script-src 'self' 'sha256-AAAA';frame-ancestors 'none'`);
    expect(page).not.toContain('Content-Security-Policy');
  });

  it('has a strict policy before the first build', async () => {
    const { policy } = await template()('A', html``);
    expect(policy).toBe(
      "default-src 'none';base-uri 'none';form-action 'self';require-trusted-types-for 'script';frame-ancestors 'none'",
    );
  });

  it('on another host loads its files from the magazine', async () => {
    build(`${META}<link href="/a.css"><img src="//b.example/c"><div id="reponse"></div>`);
    const { html: page, policy } = await template(true)('A', html`<form action="/envoi/"></form>`);
    expect(page).toContain(`href="${ORIGIN}/a.css"`);
    expect(page).toContain('src="//b.example/c"');
    expect(page).toContain('action="/envoi/"');
    expect(policy).toContain(`script-src 'self' ${ORIGIN} 'sha256-AAAA';`);
  });
});

describe('the list of articles', () => {
  const write = (text: string) => {
    const file = join(siteFolder, 'commentaires/articles.json');
    writeFileSync(file, text);
    builds += 1;
    utimesSync(file, builds, builds);
  };
  const one = { title: 'Un', href: '/articles/un/', comments: [] };

  it('is read again when it has changed, and stays while it is half-written', () => {
    const articles = createKnownArticles({ siteFolder, siteOrigin: ORIGIN, external: false });
    expect(articles.exist()).toBe(false);
    write(JSON.stringify({ un: one }));
    expect(articles.get('un')).toEqual(one);
    write('{"un": {"ti');
    expect(articles.get('un')).toEqual(one);
    write(JSON.stringify({ deux: one }));
    expect([articles.get('un'), articles.get('deux')]).toEqual([null, one]);
    expect(articles.get('constructor')).toBeNull();
    const elsewhere = createKnownArticles({ siteFolder, siteOrigin: ORIGIN, external: true });
    expect(elsewhere.get('deux')?.href).toBe(`${ORIGIN}/articles/un/`);
  });
});
