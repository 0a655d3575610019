import type { BuiltPage } from '#cli/built-site/pages.ts';
import type { Quality } from './quality.ts';
import type { Visit } from './visit.ts';

/** What a gate judges: a project, and the site that was built from it. */
export interface SiteUnderGate {
  project: string;
  /** The folder of the built site. */
  root: string;
  base: string;
  /** None where only gates of the sources judge. */
  pages: readonly BuiltPage[];
  /** One page a template, seen in a browser in both colour schemes. Made once, for all the gates that ask. */
  visits(): Promise<readonly Visit[]>;
}

/** One thing to mend. Its texts are French, for whoever proposed the change. */
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
  /** Speed is told and not judged: a busy machine must not decide. */
  untimed: boolean;
}

/** One question asked of every proposed change, with its budget in quality.json. */
export interface Gate {
  /** As it is asked for: `npm run gates -- links`. */
  name: keyof Quality;
  /** As it is told. */
  title: string;
  /** What it reads: the sources can be judged before anything is built. */
  reads: 'sources' | 'site';
  judge(site: SiteUnderGate, budgets: Quality, options: GateOptions): Promise<Verdict> | Verdict;
}

/** Passes with at most so many faults. */
export function within(most: number, measured: string, faults: readonly GateFault[]): Verdict {
  return { passed: faults.length <= most, measured, faults };
}
