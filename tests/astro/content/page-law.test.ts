import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import fc from 'fast-check';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkBody } from '#content/checks/body.ts';
import { editorialComponents } from '#model/editorial-components.ts';
import { PAGE_IDS } from '#lib/html/heading-ids.ts';
import { htmlForFeed } from '#lib/feeds/feed-html.ts';
import { compileBody } from '#markdown/compile-body.ts';
import Body from '../../../src/components/editorial/Body.astro';
import { articleTexts, HARD_TEXTS } from './article-texts.ts';

const FILE = 'tests/fixtures/content/articles/accelerateur-ou-incubateur/index.mdx';
const neighbours = new Set(['index.mdx', 'couverture.svg']);
const ARTICLES = 300;
/** At least `ARTICLES` of these texts must be accepted: with fewer, the test would prove little. */
const GENERATED = 700;

const validator = new HtmlValidate(new FileSystemConfigLoader());
let container: AstroContainer;
beforeAll(async () => {
  container = await AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) });
});

const isAccepted = (text: string) => checkBody(text, { file: FILE, neighbours }).length === 0;

/** Makes a page with this text, and with all the ids that templates use. */
async function pageOf(text: string): Promise<string> {
  const { nodes, headings } = compileBody(text, FILE, Object.keys(editorialComponents));
  const body = { nodes, Content: null, dropCap: false };
  const html = await container.renderToString(Body, { props: { body } });
  const around = PAGE_IDS.filter((id) => id !== 'footnote-label').map((id) => `<div id="${id}"></div>`);
  const contents = headings.map(({ slug, html: words }) => `<li><a href="#${slug}">${words}</a></li>`);
  return [
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Titre</title></head><body>',
    ...[...around, '<ol>', ...contents, '</ol><main><h1>Titre</h1>'],
    ...[html, '</main></body></html>'],
  ].join('\n');
}

/** Returns what the HTML and link gates and the content security policy would refuse in a page. */
async function faultsOf(page: string): Promise<string[]> {
  const report = await validator.validateString(page, 'page.html');
  const html = report.results.flatMap(({ messages }) =>
    messages.map(({ message, ruleId }) => `${ruleId}: ${message}`),
  );
  const { document } = parseHTML(page);
  const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
  const dead = [...document.querySelectorAll('a[href^="#"]')]
    .map((link) => decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''))
    .filter((id) => !ids.has(id));
  const unsafe = [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].filter(({ name }) => name === 'style' || name.startsWith('on')),
  );
  return [...html, ...dead.map((id) => `dead link #${id}`), ...unsafe.map(({ name }) => `attribute ${name}`)];
}

describe('a text that the check accepts', () => {
  it('is judged as the gates judge: a repeated id, a style and a dead link are faults', async () => {
    const page = await pageOf('mot');
    const spoilt = page.replace('<h1>', '<p id="sources" style="color: red"><a href="#absent">x</a></p><h1>');
    expect(await faultsOf(page)).toEqual([]);
    expect((await faultsOf(spoilt)).join()).toMatch(
      /no-dup-id.*no-inline-style.*dead link #absent.*attribute style/u,
    );
  });

  it('makes a page that the gates for HTML and links accept, without inline style, three hundred times', async () => {
    const accepted = fc
      .sample(articleTexts, { seed: 8, numRuns: GENERATED })
      .filter(isAccepted)
      .slice(0, ARTICLES);
    expect(accepted).toHaveLength(ARTICLES);
    const faults: [string, string[]][] = [];
    for (const text of accepted) {
      const found = await faultsOf(await pageOf(text));
      if (found.length > 0) faults.push([text, found]);
    }
    expect(faults).toEqual([]);
  }, 300_000);

  it.each(HARD_TEXTS)('does so too, or is refused: %j', async (text) => {
    if (!isAccepted(text))
      return expect(checkBody(text, { file: FILE, neighbours })[0]?.remedy).toMatch(/^\p{Lu}/u);
    const page = await pageOf(text);
    expect(await faultsOf(page)).toEqual([]);
    expect(() => htmlForFeed(page, 'https://magazine.example/articles/a/')).not.toThrow();
  });
});
