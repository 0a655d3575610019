import { gate as content } from './content.ts';
import type { Gate } from './gate.ts';
import { gate as html } from './html.ts';
import { gate as lighthouse } from './lighthouse.ts';
import { gate as links } from './links.ts';
import { gate as origins } from './origins.ts';
import { gate as policy } from './policy.ts';
import { gate as transfer } from './transfer.ts';
import { accessibility, stability } from './visited-pages.ts';
import { gate as weight } from './weight.ts';

/** Every gate, the fastest first. */
export const gates: readonly Gate[] = [
  content,
  html,
  links,
  weight,
  origins,
  policy,
  accessibility,
  stability,
  transfer,
  lighthouse,
];
