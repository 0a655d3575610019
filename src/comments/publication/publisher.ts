import { spawn } from 'node:child_process';
import { describeError, type Log } from '#comments/log.ts';
import { callHook } from './hook.ts';
import type { PublicationSettings } from './publication-settings.ts';

// Both in milliseconds.
/** The pause after a request, so that several decisions in a row are published together. */
const DELAY = 2_000;
/** The pause before the next attempt after a failure. */
const RETRY = 5 * 60 * 1000;

export type PublisherState = 'idle' | 'running' | 'failed' | 'manual';

/** Publishes the site again after decisions. */
export interface Publisher {
  /** Requests a publication soon. Requests during a build lead to one more build after it. */
  request(): void;
  /** The time of the last request, in milliseconds since 1970; 0 when there was none. */
  lastRequest(): number;
  /** `running` from a request until its publication has ended; `manual` where nothing is published. */
  state(): PublisherState;
  /** Cancels a planned publication. A running one goes on. */
  stop(): void;
}

/** @param publish publishes once; by default, as the settings demand */
export function createPublisher(
  settings: PublicationSettings,
  log: Log,
  publish: () => Promise<void> = () => start(settings),
  { delay, retry } = { delay: DELAY, retry: RETRY },
): Publisher {
  let state: PublisherState = settings.kind === 'manual' ? 'manual' : 'idle';
  let timer: NodeJS.Timeout | null = null;
  let isRunning = false;
  let lastRequest = 0;
  /** The number of requests, and how many of them a successful publication includes. */
  let [asked, answered] = [0, 0];

  async function run(): Promise<void> {
    timer = null;
    isRunning = true;
    let pause = delay;
    try {
      const covered = asked;
      await publish();
      answered = covered;
      log('published');
    } catch (error) {
      log('publication-fault', describeError(error));
      pause = retry;
    }
    isRunning = false;
    if (asked === answered) state = 'idle';
    else {
      state = pause === retry ? 'failed' : 'running';
      plan(pause);
    }
  }

  function plan(pause: number): void {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void run(), pause).unref();
  }

  return {
    state: () => state,
    lastRequest: () => lastRequest,
    stop: () => {
      if (timer !== null) clearTimeout(timer);
    },
    request() {
      if (state === 'manual') return;
      state = 'running';
      lastRequest = Date.now();
      asked += 1;
      if (!isRunning) plan(delay);
    },
  };
}

/** Thrown when a build ends with an error. */
class BuildError extends Error {
  readonly code: string;

  constructor(code: number | null) {
    super('The build failed');
    this.code = `exit ${String(code)}`;
  }
}

async function start(settings: PublicationSettings): Promise<void> {
  if (settings.kind === 'hook') return callHook(settings);
  if (settings.kind === 'build') return build(settings.root);
}

/** Builds the site in a separate process. */
function build(root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/cli/build.ts'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new BuildError(code))));
  });
}
