import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDrawing } from '#content/checks/safety/drawing-safety.ts';
import { honestDrawings, PIXEL } from '../../drawings.ts';

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const drawing = (inner: string, more = '') =>
  `<svg xmlns="${SVG}" xmlns:xlink="${XLINK}" width="1600" height="900"${more}>\n${inner}\n</svg>\n`;
const problemsOf = (text: string) => readDrawing('a.svg', text).problems;

const PROGRAM = 'contient un programme';
const PAGE = 'contient une autre page';
const ADDRESS = 'mène à une autre adresse';
const STYLE = 'va chercher un autre fichier par son style';
const ANIMATED = 'change une adresse ou un programme en s’animant';
const ENTITIES = 'définit des entités XML';
const ENDLESS = 'se répète lui-même';
const NOT_XML = 'n’est pas écrit en XML';

/** The second line of a drawing, then the message that reports it. */
const ATTACKS: readonly (readonly [inner: string, says: string])[] = [
  ['<script>alert(1)</script>', `${PROGRAM} (<script>)`],
  [`<s:script xmlns:s="${SVG}"/>`, `${PROGRAM} (<s:script>)`],
  [`<s-s:script xmlns:s-s="${SVG}">alert(1)</s-s:script>`, `${PROGRAM} (<s-s:script>)`],
  [`<é:script xmlns:é="${SVG}">alert(1)</é:script>`, `${PROGRAM} (<é:script>)`],
  ['<h-h:script xmlns:h-h="http://www.w3.org/1999/xhtml">alert(1)</h-h:script>', `${PROGRAM} (<h-h:script>)`],
  ['<script xmlns="http://www.w3.org/1999/xhtml" src="a.js"/>', PROGRAM],
  ['<img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="alert(1)"/>', PAGE],
  ['<foreignObject><p>…</p></foreignObject>', `${PAGE} (<foreignObject>)`],
  [`<f-f:foreignObject xmlns:f-f="${SVG}"/>`, `${PAGE} (<f-f:foreignObject>)`],
  ['<foreignobject/>', PAGE],
  ['<iframe src="https://evil.example"/>', PAGE],
  ['<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"/>', PAGE],
  ['<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>', PAGE],
  ['<handler type="text/javascript">alert(1)</handler>', PROGRAM],
  ['<blink/>', 'contient <blink>, qui ne dessine rien'],
  ['<rect onclick="alert(1)"/>', `${PROGRAM} (attribut « onclick »)`],
  ['<rect ONLOAD="alert(1)"/>', `${PROGRAM} (attribut « ONLOAD »)`],
  ['<rect onfuture="alert(1)"/>', PROGRAM],
  ['<animate onbegin="alert(1)" attributeName="x"/>', PROGRAM],
  [
    '<a href="https://evil.example"><rect/></a>',
    `${ADDRESS} ou va chercher un autre fichier (attribut « href » de <a>)`,
  ],
  ['<a xlink:href="&#106;avascript:alert(1)"/>', `(attribut « xlink:href » de <a>)`],
  ['<a xlink:href="java&#10;script:alert(1)"/>', ADDRESS],
  [`<a q:href="//evil.example" xmlns:q="${XLINK}"/>`, '(attribut « q:href » de <a>)'],
  ['<use href="other.svg#a"/>', ADDRESS],
  ['<use href="data:image/svg+xml;base64,AAAA#a"/>', ADDRESS],
  ["<image href='//evil.example/a.png'/>", ADDRESS],
  ['<image href="data:image/svg+xml,%3Csvg%20onload=alert(1)%3E"/>', ADDRESS],
  ['<image href="data:text/html;base64,AAAA"/>', ADDRESS],
  ['<feImage href="file:///etc/passwd"/>', ADDRESS],
  [`<rect href="data:image/png;base64,${PIXEL}"/>`, ADDRESS],
  ['<style>@import "//evil.example";</style>', `${STYLE} (<style>)`],
  ['<style>@IMPORT url(//evil.example);</style>', STYLE],
  ['<style>rect{fill:url(https://evil.example/#a)}</style>', STYLE],
  ['<style>rect{fill:\\75rl(//evil.example)}</style>', 'écrit des caractères par leur numéro'],
  ['<style>a{content:"/*";fill:url(//evil.example)}/**/</style>', STYLE],
  ['<style>a{content:"\n";fill:url(//evil.example);x:"</style>', 'contient « " »'],
  ['<style>a{fill:url("#a\n);fill:url(//evil.example)")}</style>', STYLE],
  ['<style>a{fill:url(\u00A0#a)}</style>', STYLE],
  ['<style><![CDATA[a{fill:url(//evil.example)}]]></style>', STYLE],
  ['<style>a{f<!-- -->ill:u<!-- -->rl(//evil.example)}</style>', STYLE],
  ['<style>a{src:src("//evil.example")}</style>', 'contient « src( »'],
  ['<rect fill="url( https://evil.example/#a)"/>', `${STYLE} (attribut « fill »)`],
  ['<rect style="fill:url(data:image/svg+xml;base64,AAAA)"/>', STYLE],
  ['<rect mask="image-set(\'https://evil.example\' 1x)"/>', 'contient « image-set( »'],
  [
    '<rect style="background:-webkit-image-set(&quot;//evil.example&quot; 1x)"/>',
    'contient « -webkit-image-set( »',
  ],
  ['<rect style="cursor:image(//evil.example)"/>', 'contient « image( »'],
  ['<rect style="width:expression(alert(1))"/>', 'contient « expression( »'],
  ['<set attributeName="xlink:href" to="#a"/>', ANIMATED],
  ['<set attributeName=" href" to="#a"/>', ANIMATED],
  [`<animate attributeName="q:href" xmlns:q="${XLINK}" values="javascript:alert(1)"/>`, ANIMATED],
  ['<set attributeName="onload" to="alert(1)"/>', ANIMATED],
  ['<set attributeName="fill" to="url(//evil.example)"/>', STYLE],
  ['<g xml:base="https://evil.example/"/>', 'change l’adresse de ses renvois'],
  ['<?xml-stylesheet href="a.css"?>', 'contient une instruction (<?xml-stylesheet?>)'],
  ['<?php phpinfo() ?>', 'contient une instruction (<?php?>)'],
  ['<text>&nbsp;</text>', NOT_XML],
  ['<text>&x;</text>', NOT_XML],
  ['<rect onclick=alert(1) />', NOT_XML],
  ['<rect/onload="a"/>', NOT_XML],
  ['<rect></circle>', NOT_XML],
  ['<use q:href="#a"/>', 'Le préfixe de « q:href » n’est pas déclaré'],
  ['<text>\u001B(Bscript</text>', 'un caractère de contrôle invisible'],
  ['<text>a\0b</text>', 'un caractère de contrôle invisible'],
  ['<text>&#27;</text>', NOT_XML],
  ['<g>'.repeat(150) + '</g>'.repeat(150), 'Plus de 100 groupes s’emboîtent'],
  ['<g id="a"><use href="#a"/></g>', ENDLESS],
  ['<use id="a" href="#b"/><use id="b" href="#a"/>', ENDLESS],
  ['<pattern id="p"><rect fill="url(#p)"/></pattern><rect fill="url(#p)"/>', ENDLESS],
  ['<mask id="m"><g mask="url(#m)"/></mask><g mask="url(#m)"/>', ENDLESS],
];

describe('a drawing that does harm', () => {
  it.each(ATTACKS)('%j is refused, at its line, by its name and with a remedy', (inner, says) => {
    const problems = problemsOf(drawing(inner));
    expect(problems.map(({ message }) => message)).toContainEqual(expect.stringContaining(says));
    const { line, remedy } = problems.find(({ message }) => message.includes(says)) ?? {
      line: 0,
      remedy: '',
    };
    expect(line).toBeGreaterThan(1);
    expect(line).toBeLessThan(5);
    expect(remedy).toMatch(/^\p{Lu}.{10}/u);
  });

  it.each([
    ['<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>', ENTITIES],
    ['<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>', ENTITIES],
    ['<?xml version="1.0" encoding="ISO-2022-JP"?>', 'est écrit en « ISO-2022-JP »'],
    ['<?xml version="1.0" encoding = \'UTF-7\'?>', 'est écrit en « UTF-7 »'],
    ['<?xml-stylesheet href="a.xsl"?>', 'contient une instruction'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'contient deux dessins'],
  ])('before its first element, by %s, is refused', (before, says) => {
    const [problem] = problemsOf(`${before}\n${drawing('')}`);
    expect(problem?.message).toContain(says);
  });

  it.each([
    ['<svg width="9" height="9"/>', 'n’est pas déclaré comme SVG'],
    ['<svg xmlns="http://www.w3.org/1999/xhtml"/>', PAGE],
    [`<g xmlns="${SVG}"/>`, 'n’est pas un dessin SVG'],
    ['', 'n’est pas un dessin SVG'],
    [`<svg xmlns="${SVG}">`, NOT_XML],
  ])('or is none, as %s, is refused', (text, says) => {
    expect(
      problemsOf(text)
        .map(({ message }) => message)
        .join(),
    ).toContain(says);
  });

  it('is told once for each thing that is wrong with it, by the line of the attribute', () => {
    const problems = problemsOf(drawing('<g\n  class="a"\n  onload="a"/>\n<g onload="b"/>\n<script/>'));
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [4, 3],
      [6, 1],
    ]);
  });
});

describe('an honest drawing', () => {
  it.each(honestDrawings)('of %s is accepted', (_name, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it('of the magazine and of its icons is accepted', () => {
    const files = globSync(['content/**/*.svg', 'tests/fixtures/**/*.svg', 'src/components/ui/icons/*.svg']);
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) expect(problemsOf(readFileSync(file, 'utf8')), file).toEqual([]);
  });
});
