import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { headerList, headersOf } from '#lib/response-headers.ts';
import { databaseFile, writeDatabase } from '#search/index/database.ts';
import { createSearchService } from '#search/service/app.ts';
import { strings } from '#strings/site.ts';
import { ask } from '../../../hosting/ask.ts';
import { makeRecord } from '../../../fixtures/search/records.ts';

const { status, kinds, refused } = strings.search;
const SCRIPT = 'if(1<2&&"a">"b")document.title="l’é"';
/** The parts of the built search page that the service fills. */
const PAGE = `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Chercher · Essai</title>
<style>a>b{color:red}</style><script>${SCRIPT}</script></head><body><main><noscript><p>Sans JavaScript</p></noscript>
<search-query><form action="/magazine/recherche/"><input type="search" name="q">
<select name="rubrique"><option value="">Toutes</option><option value="a">A</option></select>
<select name="tri"><option value="pertinence">Pertinence</option><option value="recents">Récents</option></select></form></search-query>
<search-results data-labels='${JSON.stringify({ ...status, kinds }).replaceAll("'", '&#39;')}'><p class="status" role="status"></p>
<p class="asked"></p><ul class="lists"></ul><ol class="results"></ol><p class="more"><button>Plus</button></p>
<div class="nearest"><ul class="names"></ul></div><div class="offered"></div>
<template><li class="result"><p class="meta"><span></span></p><h2><a></a></h2><p class="excerpt"></p><p class="picture"></p></li></template>
<template class="pages"><nav class="pagination"><a rel="prev" href="?">Précédente</a><p aria-current="page">1</p><a rel="next" href="?">Suivante</a></nav></template>
</search-results></main></body></html>`;

const RECORDS = [
  makeRecord('/articles/hostile/', {
    title: 'Du <script>alert(1)</script> & des « signes »',
    text: 'Le mot rare, <img src=x onerror=alert(1)>.',
    date: { shown: '1er mars 2024', day: '2024-03-01' },
    filters: { rubrique: ['a'], etiquette: [], annee: ['2024'] },
  }),
  ...Array.from({ length: 24 }, (_, index) =>
    makeRecord(`/articles/n${index}/`, {
      title: `Le tramway ${index}`,
      date: { shown: 'un jour', day: `2023-01-${String(index + 1).padStart(2, '0')}` },
    }),
  ),
  makeRecord('/etiquettes/tramway/', { kind: 'etiquette', title: 'tramway' }),
];

let root = '';
let server: Server;
let port = 0;
const events: string[] = [];
const database = () => databaseFile(root, join(root, 'dist'));

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'search-service-'));
  mkdirSync(join(root, 'dist/recherche'), { recursive: true });
  writeFileSync(join(root, 'dist/recherche/index.html'), PAGE);
  writeDatabase(database(), 'one', RECORDS);
  const settings = { root, siteFolder: join(root, 'dist'), base: '/magazine/', trustProxy: true };
  const service = createSearchService(settings, (event) => events.push(event));
  // The server does not replace the global Response, which all tests of one worker share.
  server = serve({ fetch: service.fetch, port: 0, overrideGlobalObjects: false }) as Server;
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterEach(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

const get = (query: string, headers: Record<string, string> = {}) =>
  ask(port, `/magazine/recherche/${query}`, { headers });
async function open(query: string) {
  const { status, body } = await get(query);
  const { document } = parseHTML(body.toString());
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent);
  return { status, document, texts, said: document.querySelector('[role=status]')?.textContent ?? '' };
}

describe('the search without JavaScript', () => {
  it('fills the page of the site: question, status, results, other kinds of answers, title', async () => {
    const { status, document, texts, said } = await open('?q=tramway');
    expect(status).toBe(200);
    expect(said.replaceAll('\u00A0', ' ')).toBe('24 articles pour « tramway », et 1 autre page');
    expect(document.title.replaceAll('\u00A0', ' ')).toBe('« tramway » · Chercher · Essai');
    expect(document.querySelector('input')?.getAttribute('value')).toBe('tramway');
    expect(texts('.result h2')).toHaveLength(10);
    expect(document.querySelector('.result a')?.getAttribute('href')).toMatch(
      /^\/magazine\/articles\/n\d+\/$/u,
    );
    expect(document.querySelector('.lists a')?.getAttribute('href')).toBe('/magazine/etiquettes/tramway/');
    expect(document.querySelector('search-results')?.getAttribute('data-state')).toBe('found');
    expect(document.querySelector('noscript')).toBeNull();
  });

  it('leaves scripts and styles as the policy of the page knows them', async () => {
    const { body } = await get('?q=tramway');
    expect(body.toString()).toContain(`<script>${SCRIPT}</script>`);
    expect(body.toString()).toContain('<style>a>b{color:red}</style>');
  });

  it('shows what was typed and what was found as text', async () => {
    const { document, texts } = await open('?q=rare');
    expect(texts('.result h2')).toEqual([expect.stringContaining('<script>alert(1)</script>')]);
    expect(texts('mark')).toEqual(['rare']);
    expect(document.querySelectorAll('main script, .excerpt img')).toHaveLength(0);
  });

  it('writes any question back as it was typed, and no element of it', async () => {
    const character = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      fc.constantFrom(
        '</title>',
        '<script>',
        '"',
        "'",
        '&',
        '&quot;',
        '&lt;',
        '-->',
        '<![CDATA[',
        '</template>',
        '>',
      ),
    );
    const PARTS = 'head *, input, option, script, template, noscript';
    const { document: blank } = await open('?q=zzxqw');
    await fc.assert(
      fc.asyncProperty(fc.array(character, { maxLength: 8 }), async (parts) => {
        const query = parts
          .join('')
          .replace(/\p{Cs}|\p{Cc}/gu, '')
          .trim();
        const { document } = await open(`?q=${encodeURIComponent(`zzxqw ${query}`)}`);
        expect(document.querySelector('input')?.getAttribute('value')?.trim()).toBe(`zzxqw ${query}`.trim());
        expect(document.querySelectorAll(PARTS)).toHaveLength(blank.querySelectorAll(PARTS).length);
        expect(document.title).toContain('zzxqw');
        expect(document.title).toContain(' · Chercher · Essai');
      }),
    );
  });

  it('leads from page to page, and to the last one beyond it', async () => {
    const { document, texts } = await open('?q=tramway&tri=recents&page=2');
    expect(texts('[aria-current]')).toEqual([strings.pagination.page(2, 3)]);
    expect(document.querySelector('[rel=prev]')?.getAttribute('href')).toBe('?q=tramway&tri=recents');
    expect(document.querySelector('[rel=next]')?.getAttribute('href')).toBe('?q=tramway&tri=recents&page=3');
    expect(texts('.result h2')[0]).toBe('Le tramway 13');
    const last = await open('?q=tramway&page=99999999999999999999');
    expect(last.texts('.result h2')).toHaveLength(4);
    expect(last.document.querySelector('[rel=next]')).toBeNull();
    for (const page of ['-1', '0', 'NaN', '1.5', "1'"])
      expect((await open(`?q=tramway&page=${page}`)).texts('[aria-current]'), page).toEqual([
        strings.pagination.page(1, 3),
      ]);
  });

  it('keeps filters and order in the form, and applies them', async () => {
    const { document, texts } = await open('?q=&rubrique=a&tri=recents');
    expect(texts('.result h2')).toHaveLength(1);
    expect(texts('option[selected]')).toEqual(['A', 'Récents']);
    expect(document.querySelector('.pagination')).toBeNull();
    expect((await open('?rubrique=%27%3B--')).texts('.result')).toEqual([]);
  });

  it('shows the form when nothing is asked, and says when nothing is found', async () => {
    const blank = await open('?tri=recents');
    expect(blank.document.querySelector('search-query')?.hasAttribute('data-served')).toBe(true);
    expect(blank.document.querySelector('search-results')?.hasAttribute('data-state')).toBe(false);
    const none = await open('?q=zzxqw');
    expect(none.said).toContain('Aucun résultat');
    expect(none.document.querySelector('search-results')?.getAttribute('data-state')).toBe('none');
  });

  it('is sent with the headers of the site, compressed, and stored by no shared cache', async () => {
    const { headers, body } = await get('?q=tramway', { 'Accept-Encoding': 'gzip' });
    const expected = headersOf(headerList({ cms: false }), '/recherche/index.html');
    for (const [name, value] of Object.entries({ ...expected, 'Cache-Control': 'private, no-cache' }))
      expect(headers[name.toLowerCase()], name).toBe(value);
    expect(headers['content-type']).toBe('text/html; charset=UTF-8');
    expect(gunzipSync(body).toString()).toContain('tramway');
    expect((await ask(port, '/magazine/recherche/?q=tramway', { method: 'HEAD' })).status).toBe(200);
    expect((await get('autre')).headers.location).toBe('/magazine/recherche/');
  });
});

describe('the service of searches', () => {
  it('sends the page as it was built until there is a database', async () => {
    rmSync(database());
    expect((await get('?q=tramway')).body.toString()).toBe(PAGE);
    writeDatabase(database(), 'two', RECORDS);
    expect((await open('?q=tramway')).texts('.result')).toHaveLength(10);
  });

  it('answers from the next database as soon as a build has written it', async () => {
    await open('?q=tramway');
    writeDatabase(database(), 'two', RECORDS.slice(0, 3));
    expect((await open('?q=tramway')).texts('.result')).toHaveLength(2);
    writeFileSync(`${database()}.new`, 'damaged');
    renameSync(`${database()}.new`, database());
    expect((await open('?q=tramway')).texts('.result')).toHaveLength(2);
  });

  it('refuses the questions of an address that asks too many, and no others', async () => {
    const from = (address: string) => get('?q=zzxqw', { 'X-Forwarded-For': address });
    for (let asked = 0; asked < 300; asked += 1) await from('192.0.2.1');
    const { status, body } = await from('192.0.2.1');
    expect(status).toBe(429);
    expect(body.toString()).toContain(refused.tooMany);
    expect((await from('192.0.2.2')).status).toBe(200);
    expect((await get('', { 'X-Forwarded-For': '192.0.2.1' })).status).toBe(200);
  });

  it('logs nothing of what readers ask', async () => {
    for (const query of ['?q=tramway', `?q=${'%22'.repeat(500)}`, '?q=%00', '?q=%ff']) await get(query);
    expect(events).toEqual([]);
  });
});
