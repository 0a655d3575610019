import { type Palette, paletteProperties } from '#lib/palette.ts';

/** The style of the report: the colours and shapes of the magazine, without its fonts. */
export function reportStyle(palette: Palette): string {
  return `:root { color-scheme: light dark; ${paletteProperties(palette)} }${SHAPES}`;
}

const SHAPES = `
:root {
  --come: light-dark(#0f6b4a, #6fd3a8);
  --come-paper: light-dark(#dff0e4, #143226);
  --gone: light-dark(#a3241c, #f5a59b);
  --gone-paper: light-dark(#fbe3df, #3d1a17);
  --sans: system-ui, sans-serif;
  --serif: Georgia, serif;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem / 1.55 var(--serif); }
header, main { max-width: 76rem; margin-inline: auto; padding-inline: clamp(1.25rem, 4vw, 2.5rem); }
header { padding-block: clamp(2rem, 6vw, 4rem) 0; }
h1, h2, h3, h4, .kicker, .screen, summary, figcaption, table, .state, .field, .count, .address, .weight, .quiet { font-family: var(--sans); }
h1 { margin: 0.25rem 0 0.75rem; font-size: clamp(2.4rem, 1.2rem + 5vw, 4.5rem); line-height: 1; letter-spacing: -0.03em; font-weight: 800; text-wrap: balance; }
.dot { display: inline-block; width: 0.2em; height: 0.2em; margin-left: 0.12em; border-radius: 50%; background: var(--dot); }
.lead { margin: 0; font-size: 1.2rem; color: var(--soft); overflow-wrap: anywhere; }
.kicker { margin: 0; font-size: 0.875rem; font-weight: 600; color: var(--soft); }
section { margin-top: 3rem; border-top: 2px solid var(--ink); padding-top: 0.75rem; }
h2 { margin: 0 0 1.25rem; font-size: 1.25rem; font-weight: 700; letter-spacing: -0.01em; }
h3 { margin: 0.1rem 0 0.25rem; font-size: 1.3rem; line-height: 1.2; font-weight: 700; letter-spacing: -0.015em; text-wrap: balance; overflow-wrap: anywhere; }
h4 { margin: 1rem 0 0.25rem; font-size: 0.9375rem; font-weight: 700; }
.summary { margin: 0; padding: 0; list-style: none; font-size: clamp(1.15rem, 1rem + 0.7vw, 1.4rem); line-height: 1.4; max-width: 56rem; overflow-wrap: anywhere; }
.summary li + li { margin-top: 0.6rem; }
.page { margin-block: 0 2.5rem; }
.page + .page { border-top: 1px solid var(--line); padding-top: 1.5rem; }
.address, .weight, .quiet { margin: 0 0 0.5rem; font-size: 0.9375rem; color: var(--soft); overflow-wrap: anywhere; }
.state { display: inline-block; padding-inline: 0.5em; border-radius: 99rem; font-size: 0.8125rem; font-weight: 600; background: var(--card); color: var(--ink); }
.state.added { background: var(--come-paper); color: var(--come); }
.state.removed { background: var(--gone-paper); color: var(--gone); }
.field { font-size: 0.875rem; font-weight: 600; color: var(--soft); margin-right: 0.25em; }
.count { font-size: 0.875rem; font-weight: 500; color: var(--soft); }
.differences, .addresses { margin: 0.25rem 0; padding-left: 1.1rem; max-width: 56rem; overflow-wrap: anywhere; }
.differences li, .addresses li { margin-block: 0.2rem; }
ins { color: var(--come); background: var(--come-paper); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
del { color: var(--gone); background: var(--gone-paper); }
.code, .output { display: block; padding: 0.4rem 0.6rem; font: 0.8125rem / 1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; text-decoration: none; }
.code::before { content: '+ '; }
del.code::before { content: '− '; }
.output { background: var(--card); }
code { font: 0.875em ui-monospace, monospace; overflow-wrap: anywhere; }
details { margin-block: 0.35rem; }
summary { width: fit-content; max-width: 100%; padding-block: 0.2rem; font-size: 0.9375rem; font-weight: 600; cursor: pointer; overflow-wrap: anywhere; }
summary:focus-visible, .wide:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5rem 1rem; align-items: start; margin-top: 1.25rem; }
.pair.phone { max-width: 46rem; }
.pair > p { grid-column: 1 / -1; margin: 0; }
.screen { font-size: 0.875rem; font-weight: 600; }
figure { margin: 0; }
figcaption { margin-bottom: 0.25rem; font-size: 0.875rem; color: var(--soft); }
img { display: block; width: 100%; height: auto; border: 1px solid var(--line); }
.phone img { max-width: 360px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); padding-bottom: 0.5rem; }
th, td { padding: 0.4rem 1.25rem 0.4rem 0; text-align: left; white-space: nowrap; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-weight: 600; border-bottom: 2px solid var(--ink); }
td strong { font-weight: 700; }
.file { margin: 0.35rem 0; font-size: 0.9375rem; font-family: var(--sans); overflow-wrap: anywhere; }
main { padding-bottom: 5rem; }
@media (max-width: 40rem) { .pair.desktop { grid-template-columns: 1fr; } }
@media print { details { display: block; } }
`;
