import { remember } from './remember.ts';

/** What Astro writes on each element of a component that has a style, and in each of its selectors. */
const SCOPE = /\bdata-astro-cid-\w{8}\b/gu;
const TEMPLATE = '<template';
/** All of a page that decides whether a rule may be used. */
const HELD = /\bdata-astro-cid-\w{8}\b|data-accent="\w+"|<template/gu;
const STYLE = /<style>([\s\S]*?)<\/style>/gu;
/** A rule that holds no other, its selectors apart. */
const RULE = /([^{};]+)\{[^{}]*\}/gu;
const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gu;
const EMPTY_GROUP = /@[^{};]+\{\s*\}/gu;
const ACCENT = /^\s*\[data-accent=["']?(\w+)["']?\]\s*$/u;
/** Commas between selectors, not those inside `:is(a, b)`. */
const BETWEEN_SELECTORS = /,(?![^()]*\))/u;

/**
 * Takes out of a page the style of components it does not hold: Astro gives it that of every component it
 * may hold. Nothing looks different.
 */
export function slimPage(html: string): string {
  const markup = html.replace(STYLE, '<style></style>');
  const held = [...new Set(markup.match(HELD))].sort().join(' ');
  return html.replace(STYLE, (_, style: string) => `<style>${slimStyleOf(`${held}\n${style}`)}</style>`);
}

/** Pages that hold the same components are given the same style. */
const slimStyleOf = remember((heldAndStyle) => {
  const end = heldAndStyle.indexOf('\n');
  return slimStyle(
    heldAndStyle.slice(end + 1),
    usedSelectors(new Set(heldAndStyle.slice(0, end).split(' '))),
  );
});

function slimStyle(style: string, isUsed: (selector: string) => boolean): string {
  // A brace in a string would mislead the cut.
  if (style.match(STRING)?.some((text) => /[{}]/u.test(text))) return style;
  let slim = style.replace(RULE, (rule: string, selectors: string) =>
    selectors.split(BETWEEN_SELECTORS).some(isUsed) ? rule : '',
  );
  for (let before = ''; before !== slim;) {
    before = slim;
    slim = slim.replace(EMPTY_GROUP, '');
  }
  return slim;
}

/** Whether anything on the page may answer to a selector; what cannot be known is used. */
function usedSelectors(held: ReadonlySet<string>): (selector: string) => boolean {
  // Where scripts draw from a template, any colour may come.
  const drawn = held.has(TEMPLATE);
  return (selector) => {
    const accent = ACCENT.exec(selector)?.[1];
    if (accent) return drawn || held.has(`data-accent="${accent}"`);
    return (selector.match(SCOPE) ?? []).every((scope) => held.has(scope));
  };
}
