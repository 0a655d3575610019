import type { BuiltPage } from '#cli/built-site/pages.ts';
import { counted } from '#lib/french.ts';
import { fr } from '#lib/typography/fr.ts';
import type { Quality } from './quality.ts';
import type { Visit } from './visit.ts';

/** The subject of a gate: a project and the site built from it. */
export interface SiteUnderGate {
  project: string;
  /** The folder of the built site. */
  root: string;
  base: string;
  /** `https://a.example` */
  origin: string;
  /** Empty when only sources are checked. */
  pages: readonly BuiltPage[];
  /** One page of each template, opened in a browser in both colour schemes; memoized. */
  visits(): Promise<readonly Visit[]>;
}

/** One thing to fix, in French. */
export interface GateFault {
  /** A page's file, or a file of the project with its line. */
  place: string;
  message: string;
  remedy: string;
}

export interface Verdict {
  passed: boolean;
  /** What was measured, in one sentence. */
  measured: string;
  faults: readonly GateFault[];
}

export interface GateOptions {
  /** Whether to leave speed out of the verdicts, on a busy machine. */
  untimed: boolean;
}

/** A quality gate, with its budget in quality.json. */
export interface Gate {
  /** The name on the command line: `npm run gates -- links`. */
  name: keyof Quality;
  title: string;
  /** `sources` for a gate that needs no build. */
  reads: 'sources' | 'site';
  judge(site: SiteUnderGate, budgets: Quality, options: GateOptions): Promise<Verdict> | Verdict;
}

/** The `measured` text of a gate that reads every page, then opens some of them in a browser. */
export function readAndVisited(pages: readonly BuiltPage[], visits: readonly Visit[]): string {
  return fr`${counted(pages.length, 'page lue', 'pages lues')}, ${counted(visits.length, 'visite')} dans un navigateur`;
}

/** A verdict that passes with at most `most` faults. */
export function within(most: number, measured: string, faults: readonly GateFault[]): Verdict {
  return { passed: faults.length <= most, measured, faults };
}
